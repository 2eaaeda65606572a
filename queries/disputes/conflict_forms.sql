-- How does the number printed for the form of protest relate to the outcomes of the conflicts? One row is one number of the newest year.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from figures f
    where f.measure in ('labour_conflicts', 'labour_conflicts_resolved', 'protest_demands_form', 'strikes')
        and f.place = 'KZ' and f.sector = '_T' and f.series = '_T' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
shown as (select known.* from known where period = (select max(period) from known)),
everything as (select * from shown where measure = 'labour_conflicts'),
resolved as (select * from shown where measure = 'labour_conflicts_resolved'),
form as (select * from shown where measure = 'protest_demands_form')
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure from shown
union all
select 'finding', period, 'KZ', '_T', 'all', value, status, source, null from everything
union all
select 'finding', period, 'KZ', '_T', 'resolved', value, status, source, null from resolved
union all
select 'finding', period, 'KZ', '_T', 'form', value, status, source, null from form
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from everything, resolved) then 'case.none'
        when not exists (select 1 from form) then 'case.no_form'
        when (select form.value = resolved.value from form, resolved) then 'case.same'
        else 'case.differ'
    end, null, null, null, null
order by 1 desc, list_position(['labour_conflicts', 'labour_conflicts_resolved', 'protest_demands_form', 'strikes'], measure)
