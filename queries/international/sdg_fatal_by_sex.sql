-- How do deaths at work per 100,000 employees of women and men differ? One row is one country and one sex, in the newest year that has both for Kazakhstan.
with
known as (
    select s.period, s.place, if(s.sex = 'F', 'women', 'men') as series, s.value, s.status, s.source
    from statistics s
    where s.measure = 'sdg_881_fatal_rate' and s.sector = '_T' and s.sex in ('F', 'M') and s.age = '_T' and s.value is not null
        and ($period is null or left(s.period, 4) <= $period)
),
paired as (
    select
        period, place, max(value) filter (where series = 'women') as women, max(value) filter (where series = 'men') as men, max(source) as source, max(status) as status
    from known
    group by period, place
    having count(*) = 2
),
year as (select coalesce(max(period) filter (where place = 'KZ'), max(period)) as period from paired),
shown as (
    select paired.*, case when paired.men > 0 then (paired.men - paired.women) / paired.men * 100 end as gap
    from paired
    join year using (period)
),
here as (select * from shown where place = 'KZ'),
answer as (
    select
        'mark' as role, shown.period, shown.place, '_T' as sector, sides.series, if(sides.series = 'women', shown.women, shown.men) as value, shown.status, shown.source,
        shown.gap, 1 as block, shown.men as size
    from shown
    cross join (values ('women'), ('men')) as sides (series)
    union all
    select 'finding', here.period, 'KZ', '_T', slot.name, slot.value, here.status, here.source, null, 2, 0
    from here
    cross join lateral (values ('women', here.women), ('men', here.men), ('times', here.men / nullif(here.women, 0))) as slot (name, value)
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when not exists (select 1 from here) then 'case.others'
            when (select women from here) = 0 then 'case.zero'
            else 'case.times'
        end, null, null, null, null, 3, 0
)
select role, period, place, sector, series, value, status, source, gap
from answer
order by block, size desc, place, series
