-- How did the unemployment rates of women and men develop? One row is one sex in one year.
with line as (
    select * replace (if(sex = 'F', 'women', 'men') as series)
    from official_by_sex(['unemployment_rate'], $period)
    where place = country() and sector = '_T' and sex <> '_T' and length(period) = 4
),
now as (from newest('line')),
women as (from now where series = 'women'),
men as (from now where series = 'men')
from mark('line')
union all
from slots_of('women', 'men')
union all
from chosen(
    case
        when nothing_in('women') or nothing_in('men') then 'case.none'
        when value_of('women') > value_of('men') then 'case.women'
        when value_of('women') < value_of('men') then 'case.men'
        else 'case.even'
    end
)
order by role desc, series desc, period
