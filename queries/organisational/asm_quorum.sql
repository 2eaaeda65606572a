-- How many members of ASM RF's Central Committee came to its meeting?
-- One row: members present or absent at the newest meeting, with their share.
with published as (
    select f.measure, f.period, f.place, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure in ('asm_cc_members', 'asm_cc_members_present')
      and f.sector = 'ORG_ASM_RF'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
meeting as (
    select period, place, sector, max(status) as status, max(source) as source,
           max(value) filter (where measure = 'asm_cc_members') as members,
           max(value) filter (where measure = 'asm_cc_members_present') as present
    from published
    group by period, place, sector
    having count(distinct measure) = 2
    order by period desc
    limit 1
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, m.period, m.place, m.sector, part.name as series, part.value, m.status, m.source, part.value / m.members * 100 as share, part.position
    from meeting m
    cross join lateral (values ('asm_present', m.present, 1), ('asm_absent', m.members - m.present, 2)) as part (name, value, position)
    union all
    select 'finding', m.period, m.place, m.sector, slot.name, slot.value, m.status, m.source, null, 9
    from meeting m
    cross join lateral (values ('members', m.members), ('present', m.present), ('present_share', m.present / m.members * 100)) as slot (name, value)
    union all
    select 'finding', null, 'RU', 'ORG_ASM_RF', case when exists (select 1 from meeting) then 'case.present' else 'case.none' end, null, null, null, null, 9
)
order by role desc, position, series
