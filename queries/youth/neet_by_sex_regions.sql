-- How far apart are young women and young men who neither work nor study, region by region? One row is one sex in one region in the newest year with most regions;
-- gap = difference in per cent of the higher of the two, negative where the share of men is higher.
with rates as (
    select f.period, f.place, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = 'Y15-24' and f.value is not null
        and f.place not like 'KZ-X-%' and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
pairs as (
    select women.period, women.place, women.value as women, men.value as men, (women.value - men.value) * 100.0 / greatest(women.value, men.value) as gap, women.status, women.source
    from rates women join rates men on men.period = women.period and men.place = women.place and men.sex = 'M'
    where women.sex = 'F' and women.value > 0
),
-- 2015 to 2017 know fifteen of today's regions; in some years a cell of single regions is missing.
newest as (select period from pairs where place <> 'KZ' group by period having count(*) >= 14 order by period desc limit 1),
gaps as (select pairs.* from pairs join newest on newest.period = pairs.period),
country as (select * from gaps where place = 'KZ'),
widest as (select * from gaps where place <> 'KZ' order by gap desc, place limit 1),
counted as (select max(period) as period, max(source) as source, count(*) as regions, count(*) filter (where gap > 0) as more_women from gaps where place <> 'KZ' having count(*) > 0),
here as (select * from gaps where place = $place and place <> 'KZ')
select 'mark' as role, period, place, '_T' as sector, 'young_women' as series, women as value, status, source, gap from gaps
union all
select 'mark', period, place, '_T', 'young_men', men, status, source, gap from gaps
union all
select 'finding', period, place, '_T', 'women', women, status, source, null from country
union all
select 'finding', period, place, '_T', 'men', men, status, source, null from country
union all
select 'finding', period, place, '_T', 'widest_women', women, status, source, null from widest
union all
select 'finding', period, place, '_T', 'widest_men', men, status, source, null from widest
union all
select 'finding', counted.period, 'KZ', '_T', slot.name, cast(slot.value as double), 'final', counted.source, null
from counted cross join lateral (values ('regions', counted.regions), ('more_women', counted.more_women)) as slot (name, value)
union all
select 'finding', period, place, '_T', 'here_women', women, status, source, null from here
union all
select 'finding', period, place, '_T', 'here_men', men, status, source, null from here
union all
select 'finding', newest.period, $place, '_T', 'asked', null, null, null, null
from newest where $place is not null and $place <> 'KZ' and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from newest) or not exists (select 1 from country) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        else 'case.country'
    end, null, null, null, null
order by 1 desc, 9 desc nulls last, 3, 5 desc
