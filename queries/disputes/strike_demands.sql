-- What did the workers demand in the strikes at enterprises with FPRK unions?
-- One row: one strike, its date, workers and demands in words; the value is the number of demands.
with struck as (
    select c.conflict, c.period, c.place, c.sector, c.workers, c.printed, c.source,
           case when c.printed like 'около%' then true else false end as about
    from conflicts c
    where $period is null or left(c.period, 4) <= $period
),
listed as (
    select d.conflict, count(*) as demands,
           string_agg(cast(cast(d.number as integer) as varchar) || ') ' || d.text_kk, ';' || chr(10) order by d.number) as kk,
           string_agg(cast(cast(d.number as integer) as varchar) || ') ' || d.text_ru, ';' || chr(10) order by d.number) as ru,
           string_agg(cast(cast(d.number as integer) as varchar) || ') ' || d.text_en, ';' || chr(10) order by d.number) as en
    from demands d
    group by d.conflict
),
shown as (
    select s.conflict, s.period, s.place, s.sector, s.source, l.demands,
           strftime(cast(s.period as date), '%d.%m.%Y') || ', қызметкерлер саны: ' || if(s.about, 'шамамен ', '')
               || cast(cast(s.workers as integer) as varchar) || '.' || chr(10) || l.kk as text_kk,
           strftime(cast(s.period as date), '%d.%m.%Y') || ', работников: ' || if(s.about, 'около ', '')
               || cast(cast(s.workers as integer) as varchar) || '.' || chr(10) || l.ru as text_ru,
           strftime(cast(s.period as date), '%-d %B %Y') || ', workers: ' || if(s.about, 'about ', '')
               || cast(cast(s.workers as integer) as varchar) || '.' || chr(10) || l.en as text_en
    from struck s
    join listed l on l.conflict = s.conflict
),
spoken as (
    select count(*) as strikes, sum(demands) as demands, max(source) as source
    from shown
    where $place is null or place = $place
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from (
    select 'mark' as role, period, place, sector, conflict as series, cast(demands as double) as value, 'final' as status, source,
           text_kk, text_ru, text_en
    from shown
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T', 'strikes', cast(strikes as double), 'final', source, null, null, null from spoken
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T', 'demands', cast(demands as double), 'final', source, null, null, null from spoken
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T', 'all_strikes', cast(count(*) as double), 'final', max(source), null, null, null from shown
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T',
           case when not exists (select 1 from shown) then 'case.none'
                when $place is null then 'case.country'
                when (select strikes from spoken) > 0 then 'case.region'
                else 'case.other_region' end,
           null, null, null, null, null, null
)
order by role desc, period
