-- In how many matters did each way of legal aid help workers?
-- One row: one way in the newest year for which all four ways are published; the ways are not added up.
with published as (
    select f.period, case f.measure when 'mediation_agreements' then 'mediation' when 'conciliation_decisions' then 'conciliation'
                                    when 'court_cases' then 'court' else 'authorities' end as series,
           f.value, f.status, f.source
    from figures f
    where (f.measure in ('mediation_agreements', 'conciliation_decisions', 'appeals_resolved_by_authorities') and f.series = '_T'
           or f.measure = 'court_cases' and f.series = 'favourable')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select period from published group by period having count(*) = 4 order by period desc limit 1
),
shown as (
    select p.period, p.series, p.value, p.status, p.source from published p join newest n on n.period = p.period
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shown
    union all
    select 'finding', period, 'KZ', '_T', series, value, status, source from shown
    union all
    select 'finding', null, 'KZ', '_T', if(exists (select 1 from shown), 'case.ways', 'case.none'), null, null, null
)
order by role desc, value desc
