-- How did the share of people aged 15 to 24 who neither work nor study develop in the country and in the picked region?
-- One row is one place in one year. Turkistan Region and Shymkent see the former South Kazakhstan beside them, as a line of its own.
with rates as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y15-24' and f.value is not null
        and (f.place in ('KZ', coalesce($place, 'KZ'))
            or f.place = (select predecessor from places where place = $place and predecessor like 'KZ-X-%'))
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest_of as (select * from rates qualify row_number() over (partition by place order by period desc) = 1),
now as (select * from newest_of where place = 'KZ'),
-- The last break that the newest number follows, if any: years are compared only before it.
turn as (
    select list_max(list_filter(breaks_of(['neet_rate'], 'KZ', of_sources := ['sdg_8_6_1']), lambda start: start <= now.period)) as period
    from now
),
compared as (select rates.* from rates cross join turn where rates.place = 'KZ' and (turn.period is null or rates.period < turn.period)),
last as (select * from compared order by period desc limit 1),
peak as (select * from compared order by value desc, period desc limit 1),
here as (select * from newest_of where place = $place and place <> 'KZ'),
country_then as (select rates.* from rates join here on here.period = rates.period where rates.place = 'KZ')
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from rates
union all
select 'finding', period, place, '_T', 'now', value, status, source from now
union all
select 'finding', period, place, '_T', 'peak', value, status, source from peak
union all
select 'finding', period, place, '_T', 'last', value, status, source from last
union all
select 'finding', period, place, '_T', 'here', value, status, source from here
union all
select 'finding', period, place, '_T', 'country', value, status, source from country_then
union all
select 'finding', now.period, $place, '_T', 'asked', null, null, null
from now where $place is not null and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        when (select period from turn) is not null then 'case.broken'
        when (select count(*) from rates where place = 'KZ') = 1 then 'case.single'
        when (select period from peak) = (select period from now) then 'case.highest'
        else 'case.below'
    end, null, null, null
order by 1 desc, case when place = 'KZ' then 0 else 1 end, 3, 2
