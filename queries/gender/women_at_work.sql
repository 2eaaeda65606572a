-- What share are women among the employed, among employees and among FPRK members? One mark is one group in its newest year; the members' share is women / all members as printed.
with official as (
    select
        case f.measure
            when 'women_share_employed' then 'women_of_employed' when 'women_share_employees' then 'women_of_employees'
            else 'women_of_survey_employees' end as series,
        f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('women_share_employed', 'women_share_employees', 'women_share_survey_employees')
        and f.place = 'KZ' and f.sector = '_T' and f.sex = 'F' and f.age = '_T' and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
counts as (
    select f.period, f.measure, f.value, f.source
    from figures f
    where f.measure in ('fprk_women_members', 'fprk_members') and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and ($period is null or left(f.period, 4) <= $period)
),
members as (
    select 'women_of_fprk_members' as series, women.period, women.value * 100.0 / everyone.value as value, 'as_printed_disputed' as status, women.source
    from counts women join counts everyone on everyone.period = women.period and everyone.source = women.source and everyone.measure = 'fprk_members'
    where women.measure = 'fprk_women_members'
    order by women.period desc limit 1
),
employees as (select * from official where series = 'women_of_employees'),
shown as (
    select * from official
    union all
    select * from members
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from shown
union all
select 'finding', period, 'KZ', '_T', 'members', value, status, source from members
union all
select 'finding', period, 'KZ', '_T', 'employees', value, status, source from employees
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from employees) then 'case.none'
        when exists (select 1 from members) then 'case.both'
        else 'case.employees'
    end, null, null, null
order by 1 desc, 6 desc, 5
