-- What did the workers demand in the strikes at enterprises with {@us.en} unions that the newest report describes? One row is one strike, its date, workers and demands in words; the value is the
-- number of demands.
with listed as (
    select
        conflict, count(*) as demands, string_agg(printf('%d) ', cast(number as integer)) || text_kk, ';' || chr(10) order by number) as kk,
        string_agg(printf('%d) ', cast(number as integer)) || text_ru, ';' || chr(10) order by number) as ru,
        string_agg(printf('%d) ', cast(number as integer)) || text_en, ';' || chr(10) order by number) as en
    from demands
    group by conflict
),
struck as (
    select
        conflict, period, place, sector, source, strftime(cast(period as date), '%d.%m.%Y') as day, printf('%d', cast(workers as integer)) as told,
        printed like 'около%' as about
    from conflicts
    where $period is null or left(period, 4) <= $period
    qualify left(period, 4) = max(left(period, 4)) over ()
),
shown as (
    select
        period, place, sector, conflict as series, cast(demands as double) as value, 'final' as status, source,
        day || coalesce(', қызметкерлер саны: ' || if(about, 'шамамен ', '') || told, '') || '.' || chr(10) || coalesce(kk, 'Талаптар келтірілмеген.') as text_kk,
        day || coalesce(', работников: ' || if(about, 'около ', '') || told, '') || '.' || chr(10) || coalesce(ru, 'Требования не приведены.') as text_ru,
        strftime(cast(period as date), '%-d %B %Y') || coalesce(', workers: ' || if(about, 'about ', '') || told, '') || '.' || chr(10)
        || coalesce(en, 'The demands are not given.') as text_en
    from struck
    left join listed using (conflict)
),
latest as (
    select left(max(period), 4) as period, country() as place, '_T' as sector, '_T' as series, cast(null as double) as value, 'final' as status,
        max(source) as source
    from shown
    having count(*) > 0
),
-- Of all strikes and of those at enterprises with {@us.en} unions, as the report counts them in that year.
counted as (from (from printed(['strikes'], $period) where place = country() and sector = '_T') semi join latest using (period)),
others as (
    select counted.* replace (counted.value - described.strikes as value)
    from counted
    cross join (select count(*) as strikes from shown) as described
    where counted.series = '_T'
),
top as (from shown order by value desc, place limit 1),
all_described as (
    from counted where series = 'with_fprk_union' and value = (select count(*) from shown) and (select count(distinct place) from shown) = 1
),
spoken as (
    select
        null as period, coalesce($place, country()) as place, '_T' as sector, 'final' as status, max(source) as source,
        count(*) filter (where place = coalesce($place, place)) as strikes, sum(value) filter (where place = coalesce($place, place)) as demands, count(*) as all_strikes
    from shown
)
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots('spoken')
union all by name
from slot('latest')
union all by name
from slot('others')
union all by name
from slot('top')
union all by name
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when $place is null then 'case.country'
        when (select strikes from spoken) > 0 then 'case.here'
        when exists (from all_described) then 'case.missing'
        else 'case.unknown'
    end
)
order by role desc, period, series
