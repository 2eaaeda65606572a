-- What share of the injured and of those killed at work are women, by the Bureau? One row is one group in one year; among the killed: women / all, per cent.
with injured as (
    -- Two publications carry the same share; a year is taken once.
    select f.period, 'women_of_injured' as series, f.value, f.status, f.source
    from statistics f
    where f.measure in ('injured_women_share', 'bns_women_share') and f.place = 'KZ' and f.sector = '_T' and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.period order by case f.measure when 'injured_women_share' then 1 else 2 end, f.source) = 1
),
deaths as (
    select f.period, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'injured_fatal' and f.place = 'KZ' and f.sector = '_T' and f.sex in ('_T', 'F') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
killed as (
    select women.period, 'women_of_killed' as series, women.value * 100.0 / everyone.value as value, women.status, women.source
    from deaths women join deaths everyone on everyone.period = women.period and everyone.sex = '_T' and everyone.value > 0
    where women.sex = 'F'
),
now as (select * from injured order by period desc limit 1),
now_killed as (select * from killed order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from injured
union all
select 'mark', period, 'KZ', '_T', series, value, status, source from killed
union all
select 'finding', period, 'KZ', '_T', 'injured', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'killed', value, status, source from now_killed
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when exists (select 1 from now_killed) then 'case.both'
        else 'case.injured'
    end, null, null, null
order by 1 desc, 5, 2
