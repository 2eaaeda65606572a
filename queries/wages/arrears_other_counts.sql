-- Which other sums of unpaid wages were published? One row is one published sum; kinds do not compare.
with known as (
    select f.measure, f.period, f.place, f.value, f.status, f.source
    from statistics f
    where (f.measure in ('arrears_outstanding', 'wage_debt_overdue') or (f.measure = 'arrears_identified_ytd' and f.place <> 'KZ'))
        and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from known where measure = 'wage_debt_overdue' and place = 'KZ' order by period desc limit 1),
left_over as (select * from known where measure = 'arrears_outstanding' order by period desc limit 1),
part as (select * from known where measure = 'wage_debt_overdue' and place <> 'KZ' order by period desc, value desc limit 1),
here as (select * from known where place = $place order by period desc limit 1)
select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, measure from known
union all
select 'finding', period, place, '_T', 'now', value, status, source, null from now
union all
select 'finding', period, place, '_T', 'left', value, status, source, null from left_over
union all
select 'finding', period, place, '_T', 'part', value, status, source, null from part
union all
select 'finding', period, place, '_T', 'here', value, status, source, null from here
union all
select 'finding', null, $place, '_T', 'asked', null, null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from known) then 'case.none'
        when exists (select 1 from here where measure = 'arrears_identified_ytd') then 'case.here_found'
        when exists (select 1 from here) then 'case.here_overdue'
        when $place is not null then 'case.missing'
        when exists (select 1 from now) then 'case.country'
        when exists (select 1 from part) then 'case.part'
        else 'case.left'
    end, null, null, null, null
order by 1 desc, 9, 2 desc, 6 desc
