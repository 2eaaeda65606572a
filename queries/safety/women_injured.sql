-- Which share of the victims are women? One row is one year that was published.
-- The same numbers were read in two sets of sources; one of them is drawn.
with line as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('injured_women_share', 'bns_women_share') and f.place = 'KZ' and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.period order by f.status, f.measure desc, f.source) = 1
),
now as (select * from line order by period desc limit 1),
before as (select line.* from line, now where line.period < now.period order by line.period limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', null, 'KZ', '_T',
    case when not exists (select 1 from now) then 'case.none' when exists (select 1 from before) then 'case.change' else 'case.single' end, null, null, null
order by 1 desc, 2
