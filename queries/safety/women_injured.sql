-- Which share of the victims are women? One row is one year that was published.
-- The same numbers were read in two sets of sources; one of them is drawn.
with known as (
    from reported(['injured_women_share', 'bns_women_share'], $period)
    where place = country() and sector = '_T'
    qualify row_number() over (partition by period order by status, measure desc, source) = 1
),
now as (from newest('known')),
start as (from first('known'))
from mark('known')
union all
from slot('now')
union all
from slot('first', 'start')
union all
from chosen(case when nothing_in('now') then 'case.none' when nothing_in('start') then 'case.single' else 'case.change' end)
order by role desc, period
