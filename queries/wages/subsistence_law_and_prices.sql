-- How far is the subsistence minimum in the law below the one computed from prices? One row is one of them in the newest year that has a computed one, else in the newest year.
with known as (
    select f.measure, f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('subsistence_minimum_statutory', 'subsistence_minimum_calculated', 'subsistence_minimum_august')
        and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and ($period is null or left(f.period, 4) <= $period)
        -- Of the law only the value of 1 January; 2020 and 2022 also have one of 1 April.
        and (f.measure <> 'subsistence_minimum_statutory' or length(f.period) = 4)
),
paired as (
    select max(law.period) as year
    from known law join known prices on left(prices.period, 4) = law.period and prices.measure <> 'subsistence_minimum_statutory'
    where law.measure = 'subsistence_minimum_statutory'
    having count(*) > 0
),
chosen as (
    select year from paired
    union all
    select max(period) from known where measure = 'subsistence_minimum_statutory' and not exists (select 1 from paired) having count(*) > 0
),
shown as (
    -- Of several quarters the newest.
    select known.* from known join chosen on left(known.period, 4) = chosen.year
    qualify row_number() over (partition by known.measure order by known.period desc) = 1
),
law as (select * from shown where measure = 'subsistence_minimum_statutory'),
prices as (select * from shown where measure <> 'subsistence_minimum_statutory' order by measure limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure from shown
union all
select 'finding', period, 'KZ', '_T', 'law', value, status, source, null from law
union all
select 'finding', period, 'KZ', '_T', 'prices', value, status, source, null from prices
union all
select 'finding', prices.period, 'KZ', '_T', 'more_pct', (prices.value - law.value) * 100.0 / law.value, prices.status, prices.source, null from law, prices
union all
select 'finding', null, 'KZ', '_T',
    case when exists (select 1 from law, prices) then 'case.found' when exists (select 1 from law) then 'case.law' else 'case.none' end, null, null, null, null
order by 1 desc, 6 desc
