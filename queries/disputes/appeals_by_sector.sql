-- From which sectors do appeals to the Legal Clinic come, and how did they change? One row is one union sector in one of the two newest years, by size in the newest; growth
-- is (now - before) / before.
with known as (
    select period, place, sector, series, value, status, source
    from figures
    where measure = 'appeals' and place = 'KZ' and sector <> '_T' and series = '_T' and ($period is null or left(period, 4) <= $period)
),
years as (from last_two('known') semi join newest('known') using (sector)),
listed as (
    select
        newer.period, newer.place, newer.sector, newer.series, newer.value, newer.status, newer.source, earlier.value as last_but_one,
        100.0 * (newer.value - earlier.value) / earlier.value as change_pct, newer.value / earlier.value as times, rank() over (order by newer.value desc nulls last) as rank
    from newest('known') as newer
    left join last_but_one('known') as earlier using (sector)
),
top as (from listed order by value desc nulls last, sector limit 1),
missing as (
    select top.* replace ($sector as sector, null as value, null as status) from top where $sector is not null and $sector not in (select sector from listed)
),
fastest as (
    select
        period, place, sector, status, source, value as fast_now, last_but_one as fast_last_but_one, change_pct as fast_pct, times as fast_times
    from listed
    where change_pct is not null
    order by change_pct desc, sector
    limit 1
),
here as (
    select period, place, sector, status, source, value as here, last_but_one, change_pct, rank from listed where sector = $sector and value is not null
),
published as (
    select max(period) as period, 'KZ' as place, '_T' as sector, 'final' as status, max(source) as source, count(value) as value from listed
)
from mark('years')
union all
from mark('missing')
union all
from slots('fastest')
union all
from slot('top')
union all
from slot('published')
union all
from slots('here')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when nothing_in('listed') then 'case.none'
        when $sector is not null and nothing_in('here') then 'case.missing'
        when $sector is not null and (select last_but_one from here) is null then 'case.here_single'
        when $sector is not null then 'case.here'
        when nothing_in('fastest') then 'case.single'
        when (select fast_times >= 2 from fastest) then 'case.fastest_times'
        else 'case.fastest_pct'
    end
)
order by role desc, arg_max_null(value, period) over (partition by role, sector) desc nulls last, status is null, sector, series, period desc
