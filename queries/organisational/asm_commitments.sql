-- What does the programme of ASM RF promise most, and how many of its commitments carry a number?
-- One row: the commitments of one direction of the programme.
with directions as (
    select f.period, f.place, f.sector, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'asm_commitments'
      and f.series <> '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
with_number as (
    select count(*) as value
    from figures f
    where f.measure in ('dues_share_target', 'target_average_wage_subsistence_multiple', 'target_minimum_wage_subsistence_multiple')
      and f.source = 'asm_rf_programme_2020'
      and f.value is not null
),
programme as (
    select max(f.value) filter (where f.measure = 'asm_programme_years') as years, max(f.value) filter (where f.measure = 'asm_congress_number') as congress
    from figures f
    where f.measure in ('asm_programme_years', 'asm_congress_number')
      and f.source = 'asm_rf_programme_2020'
),
numbers as (
    select max(d.period) as period, max(d.status) as status, max(d.source) as source, sum(d.value) as total, count(*) as directions
    from directions d
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, place, sector, series, value, status, source, -value as position from directions
    union all
    select 'finding', n.period, 'RU', 'ORG_ASM_RF', slot.name, slot.value, n.status, n.source, 0
    from numbers n
    cross join programme p
    cross join with_number w
    cross join lateral (values ('total', n.total), ('directions', n.directions), ('numbered', w.value), ('years', p.years), ('congress', p.congress)) as slot (name, value)
    union all
    select 'finding', null, 'RU', 'ORG_ASM_RF', case when exists (select 1 from numbers) then 'case.commitments' else 'case.none' end, null, null, null, 0
)
order by role desc, position, series
