-- How many workers stopped work in the strikes the report describes, and how many unions are at those enterprises? One row is one strike.
with struck as (
    select c.conflict, c.period, c.place, c.workers, c.source
    from conflicts c
    where c.workers is not null and ($period is null or left(c.period, 4) <= $period)
),
unions as (
    select f.period, f.place, f.value
    from figures f
    where f.measure = 'unions_at_enterprise' and f.series = '_T' and ($period is null or left(f.period, 4) <= $period)
),
counted as (
    select struck.*, unions.value as unions from struck left join unions on unions.period = struck.period and unions.place = struck.place
),
here as (select * from counted where place = $place),
spoken as (select * from here union all select * from counted where not exists (select 1 from here)),
told as (
    select max(period) as period, max(source) as source, cast(count(*) as double) as strikes, sum(workers) as workers, max(unions) as unions
    from spoken having count(*) > 0
)
select 'mark' as role, period, place, '_T' as sector, conflict as series, workers as value, 'final' as status, source from struck
union all
select 'finding', period, case when exists (select 1 from here) then $place else 'KZ' end, '_T', 'strikes', strikes, 'final', source from told
union all
select 'finding', period, 'KZ', '_T', 'workers', workers, 'final', source from told
union all
select 'finding', period, 'KZ', '_T', 'unions', unions, 'final', source from told
union all
select 'finding', null, $place, '_T', 'asked', null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from told) then 'case.none'
        when $place is null then 'case.country'
        when exists (select 1 from here) then 'case.region'
        else 'case.missing'
    end, null, null, null
order by 1 desc, 6 desc
