-- How did the number of people working in the sections of a picked union sector develop (nothing picked: where it grew and fell most)?
-- One row is one section in one year.
with line as (
    select f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure = 'employed' and f.place = 'KZ' and f.sex = '_T' and f.age = '_T' and f.sector <> '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
years as (select min(period) as oldest, max(period) as newest from line having count(*) > 0),
picked as (select distinct line.sector from line join sectors s on s.section = line.sector where s.sector = $sector),
growth as (
    select now.sector, now.period, now.value, was.value as first, was.period as since, now.value - was.value as gain, now.status, now.source
    from line now
    join years on years.newest = now.period and years.oldest < years.newest
    join line was on was.sector = now.sector and was.period = years.oldest
    where now.sector <> 'B-E' or exists (select 1 from picked)
),
up as (select * from growth where not exists (select 1 from picked) and gain > 0 order by gain desc, sector limit 1),
down as (select * from growth where not exists (select 1 from picked) and gain < 0 order by gain, sector limit 1),
here as (
    -- Of several sections the largest that is not industry as a whole is told.
    select growth.* from growth join picked on picked.sector = growth.sector order by (growth.sector = 'B-E'), growth.value desc, growth.sector limit 1
),
top as (
    select line.* from line join years on years.newest = line.period
    where line.sector <> 'B-E' and (not exists (select 1 from picked) or line.sector in (select sector from picked))
    order by line.value desc, line.sector limit 1
),
chosen as (
    select sector from picked
    union
    select sector from up
    union
    select sector from down
    union
    select sector from top where not exists (select 1 from growth)
)
select 'mark' as role, period, 'KZ' as place, sector, '_T' as series, value, status, source from line where sector in (select sector from chosen)
union all
select 'finding', period, 'KZ', sector, 'up', gain, status, source from up
union all
select 'finding', period, 'KZ', sector, 'down', -gain, status, source from down
union all
select 'finding', period, 'KZ', sector, 'here', value, status, source from here
union all
select 'finding', since, 'KZ', sector, 'first', first, status, source from here
union all
select 'finding', since, 'KZ', '_T', 'first', first, status, source from growth where not exists (select 1 from picked) qualify row_number() over (order by sector) = 1
union all
select 'finding', period, 'KZ', sector, 'change_pct', abs(gain) * 100.0 / first, status, source from here
union all
select 'finding', period, 'KZ', sector, 'top', value, status, source from top
union all
select 'finding', null, 'KZ', coalesce($sector, '_T'),
    case
        when not exists (select 1 from years) then 'case.none'
        when not exists (select 1 from growth) then 'case.one_year'
        when exists (select 1 from here where gain >= 0) then 'case.rose'
        when exists (select 1 from here) then 'case.fell'
        when coalesce((select -gain from down), 0) > coalesce((select gain from up), 0) then 'case.loss'
        else 'case.gain'
    end, null, null, null
order by 1 desc, 4, 2
