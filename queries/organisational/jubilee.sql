-- What numbers does the report name for the jubilee year and the Year of Working Professions? One row: one number in words; where the report prints none, that is said.
with
named as (
    select f.period, case f.measure when 'working_professions_events' then 'professions_year_events' else f.series end as series, f.measure, f.value, f.status, f.source,
           cast(cast(f.value as integer) as varchar) as written
    from figures f
    where f.measure in ('jubilee_years', 'jubilee_participants', 'working_professions_events') and f.place = 'KZ' and f.sector = '_T'
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source,
           case when value is null then 'мыңдаған қатысушы, саны басылмаған'
                when measure = 'jubilee_years' then written || ' жыл'
                when measure = 'jubilee_participants' then 'шамамен ' || written || ' қатысушы'
                else written || ' іс-шарадан астам' end as text_kk,
           case when value is null then 'тысячи участников, число не напечатано'
                when measure = 'jubilee_years' then written || ' лет'
                when measure = 'jubilee_participants' then 'около ' || written || ' участников'
                else 'более ' || written || ' мероприятий' end as text_ru,
           case when value is null then 'thousands took part, no number printed'
                when measure = 'jubilee_years' then written || ' years'
                when measure = 'jubilee_participants' then 'about ' || written || ' participants'
                else 'more than ' || written || ' events' end as text_en,
           case series when 'union_movement' then 1 when 'federation' then 2 when 'professions_year_events' then 3 when 'solidarity_forum' then 4 else 5 end as position
    from named
    union all
    select 'finding', period, 'KZ', '_T',
           case series when 'union_movement' then 'movement' when 'federation' then 'federation_age' when 'professions_year_events' then 'events' else 'forum' end,
           value, status, source, null, null, null, 9
    from named
    where value is not null
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from named) then 'case.year' else 'case.none' end, null, null, null, null, null, null, 9
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, position, series
