-- What share of the average wage is the median, both of the April survey? One row is one year.
with wages as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('median_wage', 'average_wage_april_survey') and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
shares as (
    select median.period, median.value * 100.0 / average.value as value, median.value as median,
        case when average.status = 'final' then median.status else average.status end as status, average.source
    from wages median join wages average on average.period = median.period and average.measure = 'average_wage_april_survey'
    where median.measure = 'median_wage'
),
now as (select * from shares order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from shares
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'median', median, status, source from now
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from now) then 'case.value' else 'case.none' end, null, null, null
order by 1 desc, 2
