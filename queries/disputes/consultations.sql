-- How many legal consultations did the clinic give, spoken and written? One row is spoken, written or (where not split) all of one year, with the share of the year.
with known as (from printed(['legal_consultations'], $period) where place = country() and sector = '_T'),
parts as (from parts_of('known')),
numbers as (
    select
        period, place, sector, max(status) as status, max(source) as source, sum(value) as now, max(value) filter (where series = 'oral') as oral,
        max(value) filter (where series = 'written') as written
    from newest('known')
    group by period, place, sector
)
from mark('parts', ['share'])
union all by name
from slots('numbers')
union all by name
from chosen(case when nothing_in('numbers') then 'case.none' when (select oral from numbers) is null then 'case.not_split' else 'case.split' end)
order by role desc, period desc, series
