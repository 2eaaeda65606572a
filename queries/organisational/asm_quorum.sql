-- How many members of ASM RF's Central Committee came to its meeting?
-- One row: members present or absent at the newest meeting, with their share.
with meetings as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        max(value) filter (where measure = 'asm_cc_members') as members, max(value) filter (where measure = 'asm_cc_members_present') as present
    from official(['asm_cc_members', 'asm_cc_members_present'], $period)
    where sector = 'ORG_ASM_RF'
    group by all
    having members is not null and present is not null
),
meeting as (select *, 100.0 * present / members as present_share from newest('meetings')),
parts as (
    select *, 'asm_present' as series, present as value from meeting
    union all
    select *, 'asm_absent', members - present from meeting
),
shares as (from parts_of('parts'))
from mark('shares', ['share'])
union all by name
from slots('meeting')
union all by name
from chosen(found_or_none('meeting'))
order by role desc, series desc
