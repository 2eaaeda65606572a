-- In which sections of the economy do people work, and how many did in the first year? One row is one section in the newest or the first year.
-- Industry as a whole (B-E) is left out: its parts are shown. Of a union sector with several sections the largest is told.
with line as (
    select f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure = 'employed' and f.place = 'KZ' and f.sex = '_T' and f.age = '_T' and f.sector <> 'B-E'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
years as (select min(period) as oldest, max(period) as newest from line where sector <> '_T' having count(*) > 0),
current_year as (select line.* from line join years on years.newest = line.period),
first_year as (select line.* from line join years on years.oldest = line.period and years.oldest < years.newest),
sections as (select * from current_year where sector <> '_T'),
country as (select * from current_year where sector = '_T' order by source limit 1),
top as (select * from sections order by value desc, sector limit 1),
here as (
    select sections.* from sections where sector in (select s.section from sectors s where s.sector = $sector)
    order by value desc, sector limit 1
),
was as (select first_year.* from first_year join here on here.sector = first_year.sector)
select 'mark' as role, period, 'KZ' as place, sector, '_T' as series, value, status, source from sections
union all
select 'mark', period, 'KZ', sector, '_T', value, status, source from first_year where sector <> '_T'
union all
select 'finding', period, 'KZ', sector, 'top', value, status, source from top
union all
select 'finding', top.period, 'KZ', top.sector, 'top_share', top.value * 100.0 / country.value, top.status, top.source from top, country
union all
select 'finding', period, 'KZ', sector, 'here', value, status, source from here
union all
select 'finding', period, 'KZ', sector, 'first', value, status, source from was
union all
select 'finding', here.period, 'KZ', here.sector, 'change_pct', abs(here.value - was.value) * 100.0 / was.value, here.status, here.source from here, was
union all
select 'finding', null, 'KZ', coalesce($sector, '_T'),
    case
        when not exists (select 1 from years) then 'case.none'
        when not exists (select 1 from here) then 'case.spread'
        when not exists (select 1 from was) then 'case.one_year'
        when (select here.value >= was.value from here, was) then 'case.rose'
        else 'case.fell'
    end, null, null, null
order by 1 desc, 2 desc nulls last, 6 desc nulls last, 4
