-- Which ages look for work in vain more often? One row is one age group in the newest year of the repository, or in the year before it.
with rates as (
    select f.period, 'age_' || replace(right(f.age, 5), '-', '_') as series, f.value, f.status, f.source
    from statistics f
    where f.measure in ('youth_unemployment_rate', 'unemployment_rate') and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T'
        and f.age in ('Y16-24', 'Y25-28', 'Y29-34', 'Y35-44', 'Y45-54', 'Y55-64') and f.source = 'sdg_8_5_2' and f.value is not null
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
    union all
    select f.period, 'all_ages', f.value, f.status, f.source
    from statistics f
    where f.measure = 'unemployment_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.source = 'sdg_8_5_2' and f.value is not null
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from rates),
-- A year of other standards does not stand beside the newest one.
shown as (
    select rates.* from rates, newest
    where rates.period = newest.period or (cast(rates.period as integer) = cast(newest.period as integer) - 1 and same_definition('unemployment_rate', rates.period, newest.period, 'KZ', of_sources := ['sdg_8_5_2']))
),
now as (select shown.* from shown join newest on newest.period = shown.period),
pair as (
    select young.period, young.value as young, total.value as total, young.status, young.source
    from now young, now total
    where young.series = 'age_16_24' and total.series = 'all_ages'
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shown
union all
select 'finding', pair.period, 'KZ', '_T', slot.name, slot.value, pair.status, pair.source
from pair cross join lateral (values ('young', pair.young), ('all', pair.total)) as slot (name, value)
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from pair) then 'case.none'
        when (select round(young, 1) < round(total, 1) from pair) then 'case.lower'
        when (select round(young, 1) > round(total, 1) from pair) then 'case.higher'
        else 'case.equal'
    end, null, null, null
order by 1 desc, 2 desc, 5
