-- How do injuries per 100,000 employees of women and men differ? One row is one country and one sex, in the newest year that has both for {@country.en}.
with known as (from official_by_sex(['sdg_881_nonfatal_rate'], $period) where sector = '_T' and sex <> '_T'),
paired as (
    select
        *, max(value) filter (where sex = 'F') over country as women, max(value) filter (where sex = 'M') over country as men,
        if(men > 0, 100.0 * (men - women) / men, null) as gap
    from known
    window country as (partition by period, place)
    qualify count(*) over country = 2
),
sides as (select * replace (if(sex = 'F', 'women', 'men') as series) from newest_of_country('paired')),
here as (from sides where place = country()),
numbers as (select period, place, sector, status, source, women, men, men / nullif(women, 0) as times from here where sex = 'F')
from mark('sides', ['gap'])
union all by name
from slots('numbers')
union all by name
from chosen(
    case
        when nothing_in('sides') then 'case.none'
        when nothing_in('here') then 'case.others'
        when (select women from numbers) = 0 then 'case.zero'
        else 'case.times'
    end
)
order by role desc, max(value) over (partition by role, place) desc, place, series
