-- How far is the subsistence minimum in the law below the one computed from prices?
-- One row is one of them in the newest year that has a computed one, else in the newest year.
with known as (
    -- Of the law only the value of 1 January; some years also have one of 1 April.
    from official(['subsistence_minimum_statutory', 'subsistence_minimum_calculated', 'subsistence_minimum_august'], $period)
    where place = country() and sector = '_T' and (measure <> 'subsistence_minimum_statutory' or length(period) = 4)
),
laws as (from known where measure = 'subsistence_minimum_statutory'),
computed as (from known where measure <> 'subsistence_minimum_statutory'),
told as (select coalesce(max(period) filter (where period in (select left(period, 4) from computed)), max(period)) as year from laws),
-- Of several quarters the newest.
shown as (
    select known.*
    from known
    join told on left(known.period, 4) = told.year
    qualify row_number() over (partition by measure order by period desc) = 1
),
law as (from shown where measure = 'subsistence_minimum_statutory'),
prices as (from shown where measure <> 'subsistence_minimum_statutory' order by measure limit 1)
from mark('shown', ['measure'])
union all by name
from slot('law')
union all by name
from slot('prices')
union all by name
from difference_pct('more_pct', 'prices', 'law')
union all by name
from chosen(
    case
        when nothing_in('law') then 'case.none'
        when nothing_in('prices') then 'case.law'
        when exists (from prices where measure = 'subsistence_minimum_august') then 'case.august'
        else 'case.quarter'
    end
)
order by role desc, value desc, measure
