-- What did the workers demand in the strikes at enterprises with FPRK unions? One row is one strike, its date, workers and demands in words; the value is the number of
-- demands.
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
        conflict, period, place, sector, source, strftime(cast(period as date), '%d.%m.%Y') as day, printf('%d', cast(workers as integer)) || '.' || chr(10) as told,
        printed like 'около%' as about
    from conflicts
    where $period is null or left(period, 4) <= $period
),
shown as (
    select
        period, place, sector, conflict as series, cast(demands as double) as value, 'final' as status, source,
        day || ', қызметкерлер саны: ' || if(about, 'шамамен ', '') || told || kk as text_kk, day || ', работников: ' || if(about, 'около ', '') || told || ru as text_ru,
        strftime(cast(period as date), '%-d %B %Y') || ', workers: ' || if(about, 'about ', '') || told || en as text_en
    from struck
    join listed using (conflict)
),
spoken as (
    select
        null as period, coalesce($place, 'KZ') as place, '_T' as sector, 'final' as status, max(source) as source,
        count(*) filter (where place = coalesce($place, place)) as strikes, sum(value) filter (where place = coalesce($place, place)) as demands, count(*) as all_strikes
    from shown
)
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots('spoken')
union all by name
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when $place is null then 'case.country'
        when (select strikes from spoken) > 0 then 'case.here'
        else 'case.missing'
    end
)
order by role desc, period, series
