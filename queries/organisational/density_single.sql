-- Which single numbers on union density were published: at one enterprise, among the enterprises of one region? One row: one such number in words.
with
published as (
    select f.period, f.place, f.sector, f.measure, f.value, f.status, f.source
    from statistics f
    where (f.measure = 'enterprise_union_density' and f.sector = 'ORG_KAZZINC' or f.measure = 'enterprises_with_union_share' and f.place = 'KZ-47')
        and f.sex = '_T' and f.age = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
shown as (
    select period, case measure when 'enterprise_union_density' then 'kazzinc_members' else 'mangystau_enterprises' end as series, value, status, source,
           cast(cast(round(value) as integer) as varchar) as written
    from published
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source,
           case series when 'kazzinc_members' then period || ': «Казцинк» қызметкерлеріндегі мүшелер — ' || written || '%'
                       else period || ': өңірде кәсіподағы бар кәсіпорындар — ' || written || '%' end as text_kk,
           case series when 'kazzinc_members' then period || ': члены профсоюза — ' || written || ' % работников «Казцинка»'
                       else period || ': профсоюз есть на ' || written || ' % предприятий региона' end as text_ru,
           case series when 'kazzinc_members' then period || ': ' || written || '% of Kazzinc’s employees are union members'
                       else period || ': ' || written || '% of the region’s enterprises have a union' end as text_en
    from shown
    union all
    select 'finding', period, 'KZ', '_T', case series when 'kazzinc_members' then 'kazzinc' else 'mangystau' end, value, status, source, null, null, null from shown
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when (select count(*) from shown) > 1 then 'case.both'
            when exists (select 1 from shown where series = 'mangystau_enterprises') then 'case.mangystau'
            else 'case.kazzinc'
        end, null, null, null, null, null, null
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from answer
order by role desc, period desc, series
