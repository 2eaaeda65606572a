-- What do the newest hourly earnings say, even where the list is partial? One row is one region in the newest year and in the year before it
-- that was published; a region whose borders changed in between has no earlier value. Value null = not published.
with pay as (
    select f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
years as (
    select period from pay where place <> 'KZ' group by period order by period desc limit 2
),
newest as (select max(period) as period from years having count(*) > 0),
listed as (
    select places.place, newest.period, pay.value, coalesce(pay.status, 'final') as status, pay.source
    from places cross join newest left join pay on pay.place = places.place and pay.period = newest.period
    where places.kind in ('country', 'region', 'city') or pay.value is not null
),
earlier as (
    select pay.* from pay cross join newest
    where pay.period = (select min(period) from years) and pay.period < newest.period
        and pay.place in (select place from listed)
        and same_definition('hourly_earnings', pay.period, newest.period, pay.place)
),
growth as (
    select listed.place, listed.period, (listed.value - earlier.value) * 100.0 / earlier.value as value, listed.status, listed.source
    from listed join earlier on earlier.place = listed.place where listed.value is not null
),
-- A place that today's list does not know is answered with the country.
chosen as (select coalesce((select listed.place from listed where listed.place = $place), 'KZ') as place)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source from listed
union all
select 'mark', period, place, '_T', '_T', value, status, source from earlier
union all
select 'finding', listed.period, listed.place, '_T', 'here', listed.value, listed.status, listed.source
from listed join chosen on chosen.place = listed.place
union all
select 'finding', earlier.period, earlier.place, '_T', 'before', earlier.value, earlier.status, earlier.source
from earlier join chosen on chosen.place = earlier.place
union all
select 'finding', growth.period, growth.place, '_T', 'change_pct', growth.value, growth.status, growth.source
from growth join chosen on chosen.place = growth.place
union all
select 'finding', null, chosen.place, '_T',
    case
        when not exists (select 1 from newest) then 'case.none'
        when growth.place is not null then 'case.change'
        when here.value is not null then 'case.single'
        when earlier.place is not null then 'case.earlier'
        else 'case.missing'
    end, null, null, null
from chosen
    left join growth on growth.place = chosen.place
    left join listed here on here.place = chosen.place
    left join earlier on earlier.place = chosen.place
order by 1 desc, 2 desc, 6 desc nulls last, 3
