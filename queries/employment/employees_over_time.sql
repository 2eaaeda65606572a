-- How did the number of employees develop in the country or in the picked region? One row is one year.
-- A region is shown alone: beside the country's count its line could not be read.
with line as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'employees' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ'))
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
spoken as (select coalesce(max(place) filter (where place <> 'KZ'), 'KZ') as place from line),
shown as (select line.* from line join spoken on spoken.place = line.place),
now as (select * from shown order by period desc limit 1),
-- Growth is told only within one definition and one set of borders.
before as (
    select shown.* from shown, now
    where shown.period < now.period and same_definition('employees', shown.period, now.period, shown.place)
    order by shown.period limit 1
)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from shown
union all
select 'finding', period, place, '_T', 'now', value, status, source from now
union all
select 'finding', period, place, '_T', 'before', value, status, source from before
union all
select 'finding', now.period, now.place, '_T', 'change_pct', abs(now.value - before.value) * 100.0 / before.value, now.status, now.source
from now, before
union all
select 'finding', now.period, $place, '_T', 'asked', null, null, null from now where $place is not null and now.place <> $place
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when $place is not null and (select place from now) <> $place then 'case.missing'
        when not exists (select 1 from before) then 'case.single'
        when (select now.value > before.value from now, before) then 'case.rose'
        when (select now.value < before.value from now, before) then 'case.fell'
        else 'case.same'
    end, null, null, null
order by 1 desc, 2
