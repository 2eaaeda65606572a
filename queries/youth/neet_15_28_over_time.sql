-- How did the share of people aged 15 to 28 who neither work nor study develop, by sex? One row is one group in one year.
with lines as (
    select * replace (case sex when 'F' then 'young_women' when 'M' then 'young_men' else 'both_sexes' end as series)
    from reported(['neet_rate'], $period)
    where place = country() and sector = '_T' and age = 'Y15-28' and length(period) = 4
),
all_young as (from lines where series = 'both_sexes'),
now as (from newest('all_young')),
start as (from first('all_young')),
groups as (from newest('lines'))
from mark('lines')
union all
from slots_by_series('groups')
union all
from slot('now')
union all
from slot('first', 'start')
union all
from chosen(case when nothing_in('now') then 'case.none' when nothing_in('start') then 'case.single' else 'case.change' end)
order by role desc, series desc, period
