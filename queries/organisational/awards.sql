-- Which of its awards did the Federation give in the year, and to how many people?
-- One row: one kind of award in the newest year.
with known as (
    select * replace (case measure when 'fprk_jubilee_medals' then 'medal_jubilee' when 'fprk_foreign_awards' then 'medal_solidarity' else series end as series)
    from printed(['fprk_awards', 'fprk_jubilee_medals', 'fprk_foreign_awards'], $period)
    where place = country() and sector = '_T'
),
given as (from newest('known')),
kinds as (from given where series <> '_T'),
together as (from sum_of('kinds')),
jubilee as (from kinds where series = 'medal_jubilee'),
solidarity as (from kinds where series = 'medal_solidarity'),
total as (from given where series = '_T')
from mark('kinds')
union all
from slots_of('together', 'jubilee', 'solidarity', 'total')
union all
from chosen(
    case
        when nothing_in('together') then 'case.none'
        when nothing_in('jubilee') or nothing_in('solidarity') or nothing_in('total') then 'case.awards'
        else 'case.jubilee'
    end
)
order by role desc, value desc, series
