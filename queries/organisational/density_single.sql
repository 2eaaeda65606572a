-- Which single numbers on union density were published: at one enterprise, among the enterprises of one region? One row: one such number in words.
with words as (
    from (values
        ('kazzinc_members', '«Қазцинк» қызметкерлеріндегі мүшелер — #%', 'члены профсоюза — # % работников «Казцинка»',
         '#% of Kazzinc’s employees are union members'),
        ('mangystau_enterprises', 'өңірде кәсіподағы бар кәсіпорындар — #%', 'профсоюз есть на # % предприятий региона',
         '#% of the region’s enterprises have a union')
    ) as words (series, kk, ru, en)
),
known as (
    select * replace (country() as place, '_T' as sector, if(measure = 'enterprise_union_density', 'kazzinc_members', 'mangystau_enterprises') as series)
    from official(['enterprise_union_density', 'enterprises_with_union_share'], $period)
    where if(measure = 'enterprise_union_density', sector = 'ORG_KAZZINC', place = 'KZ-47')
),
shown as (from newest_of_each('known')),
told as (
    select * replace (period || ': ' || text_kk as text_kk, period || ': ' || text_ru as text_ru, period || ': ' || text_en as text_en)
    from in_words('shown', 'words')
)
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('shown')
union all by name
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when (select count(*) from shown) > 1 then 'case.both'
        when exists (from shown where series = 'mangystau_enterprises') then 'case.mangystau'
        else 'case.kazzinc'
    end
)
order by role desc, period desc, series
