-- Do young women or young men more often neither work nor study, in the country and in the picked region? One row is one sex in one place and year.
-- The country's lines have names of their own beside those of a picked region.
with rates as (
    select f.period, f.place, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = 'Y15-24' and f.value is not null
        and f.place in ('KZ', coalesce($place, 'KZ')) and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    -- A few cells of single regions are missing: the newest year with both sexes counts.
    select place, max(period) as period
    from (select place, period from rates group by place, period having count(distinct sex) = 2)
    group by place
),
now as (
    select women.period, women.place, women.value as women, men.value as men, women.status, women.source
    from newest join rates women on women.place = newest.place and women.period = newest.period and women.sex = 'F'
        join rates men on men.place = newest.place and men.period = newest.period and men.sex = 'M'
),
country as (select * from now where place = 'KZ'),
here as (select * from now where place = $place and place <> 'KZ')
select 'mark' as role, period, place, '_T' as sector,
    case sex when 'F' then 'young_women' else 'young_men' end || case when place = 'KZ' and exists (select 1 from here) then '_country' else '' end as series,
    value, status, source from rates
union all
select 'finding', country.period, 'KZ', '_T', slot.name, slot.value, country.status, country.source
from country cross join lateral (values ('women', country.women), ('men', country.men)) as slot (name, value)
union all
select 'finding', here.period, here.place, '_T', slot.name, slot.value, here.status, here.source
from here cross join lateral (values ('here_women', here.women), ('here_men', here.men)) as slot (name, value)
union all
select 'finding', country.period, $place, '_T', 'asked', null, null, null
from country where $place is not null and $place <> 'KZ' and not exists (select 1 from here)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from country) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.missing'
        when (select round(women, 1) > round(men, 1) from country) then 'case.women'
        when (select round(women, 1) < round(men, 1) from country) then 'case.men'
        else 'case.equal'
    end, null, null, null
order by 1 desc, case when place = 'KZ' then 1 else 0 end, 5 desc, 2
