-- Is unemployment among young people higher than among all? One row is one group in one quarter; a group whose age is not said is a line of its own.
with youth as (
    select f.period, case f.age when 'Y15-34' then 'age_15_34' else 'age_not_stated' end as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'youth_unemployment_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age in ('Y15-34', '_Z') and f.value is not null
        and length(f.period) = 7 and ($period is null or left(f.period, 4) <= $period)
),
everyone as (
    select f.period, 'all_ages' as series, f.value, f.status, f.source
    from statistics f
    where f.measure = 'unemployment_rate' and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and length(f.period) = 7 and ($period is null or left(f.period, 4) <= $period) and f.period >= (select min(period) from youth)
    qualify row_number() over (partition by f.period order by f.source) = 1
),
shown as (select * from youth union all select * from everyone),
pair as (
    select youth.period, youth.value as young, everyone.value as total, abs(youth.value - everyone.value) as apart, youth.status, youth.source
    from youth join everyone on everyone.period = youth.period
    where youth.series = 'age_15_34'
    order by youth.period desc limit 1
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shown
union all
select 'finding', pair.period, 'KZ', '_T', slot.name, slot.value, pair.status, pair.source
from pair cross join lateral (values ('young', pair.young), ('all', pair.total), ('apart', pair.apart)) as slot (name, value)
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from pair) then 'case.none'
        when (select round(young, 1) < round(total, 1) from pair) then 'case.lower'
        when (select round(young, 1) > round(total, 1) from pair) then 'case.higher'
        else 'case.equal'
    end, null, null, null
order by 1 desc, 5, 2
