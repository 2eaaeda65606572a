-- What share of women and of men has low pay? One row is one sex in one year.
with line as (from official_by_sex(['low_pay_share'], $period) where place = country() and sector = '_T'),
now as (from newest('line')),
sides as (select * replace (case sex when 'F' then 'women' when 'M' then 'men' else 'total' end as series) from now)
from mark('line', ['sex'])
union all by name
from slots_by_series('sides')
union all by name
from chosen(
    case
        when nothing_in('sides') then 'case.none'
        -- The share of all must lie between those of women and of men.
        when (
            select max(value) filter (where series = 'total') < min(value) filter (where series <> 'total')
                or max(value) filter (where series = 'total') > max(value) filter (where series <> 'total')
            from sides
        ) then 'case.doubted'
        else 'case.found'
    end
)
order by role desc, sex desc, period
