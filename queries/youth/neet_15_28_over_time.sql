-- How did the share of people aged 15 to 28 who neither work nor study develop, by sex? One row is one group in one year.
with rates as (
    select f.period, case f.sex when 'F' then 'young_women' when 'M' then 'young_men' else 'both_sexes' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'neet_rate' and f.place = 'KZ' and f.sector = '_T' and f.age = 'Y15-28' and f.value is not null and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
now as (select * from rates where period = (select max(period) from rates)),
first as (select * from rates where period = (select min(period) from rates) and period < (select max(period) from rates))
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from rates
union all
select 'finding', period, 'KZ', '_T', case series when 'young_women' then 'women' when 'young_men' then 'men' else 'now' end, value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from first where series = 'both_sexes'
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when not exists (select 1 from first) then 'case.single'
        else 'case.change'
    end, null, null, null
order by 1 desc, 5 desc, 2
