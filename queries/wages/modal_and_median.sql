-- How far is the most common wage from the median? One row is one of the two in one year.
with line as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('modal_wage', 'median_wage') and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
modal as (select * from line where measure = 'modal_wage' order by period desc limit 1),
median as (select * from line where measure = 'median_wage' order by period desc limit 1),
median_then as (select line.* from line join modal on modal.period = line.period where line.measure = 'median_wage')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure from line
union all
select 'finding', period, 'KZ', '_T', 'modal', value, status, source, null from modal
union all
select 'finding', period, 'KZ', '_T', 'median', value, status, source, null from median
union all
select 'finding', modal.period, 'KZ', '_T', 'share', modal.value * 100.0 / median_then.value, modal.status, modal.source, null from modal, median_then
union all
select 'finding', null, 'KZ', '_T',
    case when exists (select 1 from modal, median_then) then 'case.found' when exists (select 1 from median) then 'case.median' else 'case.none' end,
    null, null, null, null
order by 1 desc, 9, 2
