-- How does unproductive employment differ between women and men, in the country and in the picked region?
-- One row is one group of people in the newest year, in the country and in the picked region.
with line as (
    select f.period, f.place, case f.sex when 'F' then 'women' else 'men' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'unproductive_employment_share' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ'))
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from line where place = 'KZ' having count(*) > 0),
shown as (select line.* from line join newest on newest.period = line.period),
country as (select * from shown where place = 'KZ'),
here as (select * from shown where place = $place and place <> 'KZ'),
-- Told is the picked region if all its groups are published, else the country.
whole as (select count(*) as groups from here having count(*) = (select count(*) from country) and count(*) > 0),
spoken as (
    select * from here where exists (select 1 from whole)
    union all
    select * from country where not exists (select 1 from whole)
)
select 'mark' as role, period, place, '_T' as sector, series, value, status, source from shown
union all
select 'finding', period, place, '_T', series, value, status, source from spoken
union all
select 'finding', newest.period, $place, '_T', 'asked', null, null, null
from newest where $place is not null and not exists (select 1 from whole)
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from newest) then 'case.none'
        when $place is null or exists (select 1 from whole) then 'case.found'
        when exists (select 1 from here) then 'case.partial'
        else 'case.missing'
    end, null, null, null
order by 1 desc, 5 desc, case when place = 'KZ' then 0 else 1 end
