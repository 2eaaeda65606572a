-- How many of the country's young people are members of FPRK unions? One row is one part of the young population of the year, in thousands;
-- share = per cent of all. Members are those under 35, the population is that of 14 to 34 years.
with young as (
    select f.period, f.value / 1000.0 as value, f.status, f.source
    from figures f
    where f.measure = 'fprk_members' and f.place = 'KZ' and f.sector = '_T' and f.series = 'under_35' and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
population as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'youth_population' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = 'Y14-34' and f.value > 0 and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select young.period, young.value as members, young.status as members_status, young.source as members_source,
        population.value as residents, population.status as residents_status, population.source as residents_source
    from young join population on population.period = young.period
    order by young.period desc limit 1
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'young_fprk_members' as series, members as value, members_status as status,
    members_source as source, members * 100.0 / residents as share from newest
union all
select 'mark', period, 'KZ', '_T', 'other_young_residents', residents - members, residents_status, residents_source,
    (residents - members) * 100.0 / residents from newest
union all
select 'finding', period, 'KZ', '_T', 'share', members * 100.0 / residents, members_status, members_source, null from newest
union all
select 'finding', period, 'KZ', '_T', 'members', members, members_status, members_source, null from newest
union all
select 'finding', period, 'KZ', '_T', 'residents', residents, residents_status, residents_source, null from newest
union all
select 'finding', null, 'KZ', '_T', case when exists (select 1 from newest) then 'case.share' else 'case.none' end, null, null, null, null
order by 1 desc, 6, 5
