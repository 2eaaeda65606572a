-- How many young people are there, and how many of them are out of work? One row is one count in its newest period; the age limits differ.
with counts as (
    select f.period, case f.measure when 'youth_population' then 'young_residents' when 'neet_persons' then 'young_neet' else 'young_unemployed' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure in ('youth_population', 'neet_persons', 'youth_unemployed') and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from counts
union all
select 'finding', period, 'KZ', '_T', case series when 'young_residents' then 'residents' when 'young_neet' then 'idle' else 'unemployed' end, value, status, source from counts
union all
select 'finding', null, 'KZ', '_T',
    case (select count(*) from counts)
        when 3 then 'case.all'
        when 2 then 'case.out_of_work'
        when 1 then 'case.idle'
        else 'case.none'
    end, null, null, null
order by 1 desc, 6 desc nulls last, 5
