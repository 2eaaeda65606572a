-- How many labour conflicts a year did the press name before the years of FPRK's report?
-- One row: the country in one year; never joined to FPRK's monitoring, because the way of counting is not known.
with published as (
    select s.period, s.value, s.status, s.source
    from statistics s
    where s.measure = 'labour_conflicts_press' and s.place = 'KZ' and s.sector = '_T' and s.sex = '_T' and s.value is not null
      and ($period is null or left(s.period, 4) <= $period)
),
lowest as (
    select period, value, status, source from published order by value, period limit 1
),
highest as (
    select period, value, status, source from published order by value desc, period limit 1
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from published
    union all
    select 'finding', period, 'KZ', '_T', 'low', value, status, source from lowest
    union all
    select 'finding', period, 'KZ', '_T', 'high', value, status, source from highest
    union all
    select 'finding', null, 'KZ', '_T',
           case (select count(*) from published) when 0 then 'case.none' when 1 then 'case.one_year' else 'case.span' end, null, null, null
)
order by role desc, period
