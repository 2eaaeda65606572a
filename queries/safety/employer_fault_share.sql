-- In what share of accidents more than half of the fault is the employer’s, at enterprises with and without {@us.en} unions. One mark is one group in one year: accidents_employer_fault / accidents; without = total minus with.
with known as (from printed(['accidents_employer_fault', 'accidents'], $period) where place = country() and sector = '_T'),
counts as (from with_and_without('known')),
ratios as (
    select
        part.period, part.place, part.sector, part.status, part.source,
        100.0 * part.with_fprk / every.with_fprk as with_fprk, 100.0 * part.without_fprk / every.without_fprk as without_fprk
    from counts as part
    join counts as every on every.period = part.period and every.measure = 'accidents'
    where part.measure = 'accidents_employer_fault' and every.with_fprk > 0 and every.without_fprk > 0
),
years as (from last_two('ratios')),
groups as (
    select *, 'with_fprk_union' as series, with_fprk as value from years
    union all
    select *, 'without_fprk_union', without_fprk from years
),
now as (select period, place, sector, status, source, with_fprk as with_now, without_fprk as without_now from newest('years')),
earlier as (select period, place, sector, status, source, with_fprk as with_last_but_one, without_fprk as without_last_but_one from last_but_one('years'))
from mark('groups')
union all
from slots('now')
union all
from slots('earlier')
union all
from chosen(case (select count(*) from years) when 0 then 'case.none' when 1 then 'case.single' else 'case.two' end)
order by role desc, series, period
