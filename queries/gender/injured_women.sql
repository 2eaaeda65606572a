-- What share of the injured and of those killed at work are women, by the Bureau? One row is one group in one year; among the killed: women / all, per cent.
with
-- Two publications carry the same share; a year is taken once.
of_injured as (
    select * replace ('women_of_injured' as series)
    from reported(['injured_women_share', 'bns_women_share'], $period)
    where place = country() and sector = '_T' and age = '_T' and length(period) = 4
    qualify row_number() over (partition by period order by measure = 'bns_women_share', source) = 1
),
deaths as (from official_by_sex(['injured_fatal'], $period) where place = country() and sector = '_T' and length(period) = 4),
of_killed as (
    select women.* replace (100.0 * women.value / everyone.value as value, 'women_of_killed' as series)
    from deaths as women
    join deaths as everyone using (period)
    where women.sex = 'F' and everyone.sex = '_T' and everyone.value > 0
),
injured as (from newest('of_injured')),
killed as (from newest('of_killed'))
from mark('of_injured')
union all
from mark('of_killed')
union all
from slots_of('injured', 'killed')
union all
from chosen(case when nothing_in('injured') then 'case.none' when nothing_in('killed') then 'case.injured' else 'case.both' end)
order by role desc, series, period
