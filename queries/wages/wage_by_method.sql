-- What is the wage by each way of counting? One row is one measure in its newest period; both averages of form 1-T are of the same quarter where it has both.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('average_monthly_wage', 'average_monthly_wage_incl_small', 'average_wage_april_survey', 'median_wage', 'modal_wage')
        and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and ($period is null or left(f.period, 4) <= $period)
),
quarter as (
    select max(small.period) as period
    from known small join known large on large.period = small.period and large.measure = 'average_monthly_wage'
    where small.measure = 'average_monthly_wage_incl_small'
    having count(*) > 0
),
shown as (
    select known.* from known join quarter on quarter.period = known.period where known.measure in ('average_monthly_wage', 'average_monthly_wage_incl_small')
    union all
    -- Without such a quarter the yearly average stands alone.
    select * from known where measure = 'average_monthly_wage' and length(period) = 4 and not exists (select 1 from quarter)
    qualify row_number() over (order by period desc) = 1
    union all
    select * from known where measure in ('average_wage_april_survey', 'median_wage', 'modal_wage') and length(period) = 4
    qualify row_number() over (partition by measure order by period desc) = 1
),
average as (select * from shown where measure = 'average_monthly_wage'),
median as (select * from shown where measure = 'median_wage'),
modal as (select * from shown where measure = 'modal_wage'),
-- Median, mode and this average are of one survey: only these two compare.
april as (select shown.* from shown join modal on modal.period = shown.period where shown.measure = 'average_wage_april_survey')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure from shown
union all
select 'finding', period, 'KZ', '_T', 'average', value, status, source, null from average
union all
select 'finding', period, 'KZ', '_T', 'median', value, status, source, null from median
union all
select 'finding', period, 'KZ', '_T', 'modal', value, status, source, null from modal
union all
select 'finding', period, 'KZ', '_T', 'april', value, status, source, null from april
union all
select 'finding', modal.period, 'KZ', '_T', 'times', april.value / modal.value, modal.status, modal.source, null from april, modal
union all
select 'finding', null, 'KZ', '_T',
    case
        when exists (select 1 from average, april) then 'case.found'
        when exists (select 1 from average, median) then 'case.no_mode'
        when exists (select 1 from average) then 'case.average_only'
        else 'case.none'
    end, null, null, null, null
order by 1 desc, 6 desc
