-- How many strikes of the same year do FPRK and the Ministry of Labour count?
-- One row: one body's count for the newest year that both have; the two counts are kept apart, never added.
with counts as (
    select f.period, 'fprk_count' as series, f.value, f.status, f.source
    from figures f
    where f.measure = 'strikes' and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    union all
    select s.period, 'ministry_count', s.value, s.status, s.source
    from statistics s
    where s.measure = 'strikes_ministry' and s.place = 'KZ' and s.sector = '_T' and s.sex = '_T' and s.value is not null
      and ($period is null or left(s.period, 4) <= $period)
),
newest as (
    select period from counts group by period having count(distinct series) = 2 order by period desc limit 1
),
shown as (
    select c.period, c.series, c.value, c.status, c.source from counts c join newest n on n.period = c.period
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shown
    union all
    select 'finding', period, 'KZ', '_T', if(series = 'fprk_count', 'fprk', 'ministry'), value, status, source from shown
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from shown) then 'case.none'
                when (select count(distinct value) from shown) > 1 then 'case.differ'
                else 'case.agree' end,
           null, null, null
)
order by role desc, value desc
