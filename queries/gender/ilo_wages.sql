-- Do the wages of women and men that the government reported to the ILO agree with the Bureau's? One mark is one sex in one source, in the year reported.
with reported as (
    select f.period, 'told_to_ilo' as series, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'average_wage_reported_to_ilo' and f.place = 'KZ' and f.sector = '_T' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
    qualify dense_rank() over (order by f.period desc) = 1
),
bureau as (
    select f.period, 'bureau' as series, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'average_monthly_wage' and f.place = 'KZ' and f.sector = '_T' and f.age = '_T' and f.sex in ('_T', 'F', 'M')
        and f.period in (select period from reported)
),
shown as (
    select * from bureau
    union all
    select * from reported
),
ratios as (
    select women.series, women.period, women.value * 100.0 / men.value as value, women.status, women.source
    from shown women join shown men on men.series = women.series and men.sex = 'M'
    where women.sex = 'F'
),
printed as (
    select f.period, f.value, f.status, f.source
    from statistics f
    where f.measure = 'women_to_men_wage_ratio' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and f.period in (select period from reported)
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, sex from shown
union all
select 'finding', period, 'KZ', '_T', 'computed', value, status, source, '_T' from ratios where series = 'told_to_ilo'
union all
select 'finding', period, 'KZ', '_T', 'printed', value, status, source, '_T' from printed
union all
select 'finding', null, 'KZ', '_T',
    case when exists (select 1 from ratios where series = 'told_to_ilo') and exists (select 1 from printed) then 'case.found' else 'case.none' end,
    null, null, null, '_T'
order by 1 desc, 5, case sex when 'F' then 1 when 'M' then 2 else 3 end
