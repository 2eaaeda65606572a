-- How large is the gap in hourly pay in each sector, and where did it change most? One row is one section in the newest year or in the first;
-- (men - women) / men, per cent, negative where women are paid more.
with pay as (
    select f.period, f.sector, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.place = 'KZ' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
gaps as (
    select women.period, women.sector, (men.value - women.value) * 100.0 / men.value as value, women.status, women.source
    from pay women join pay men on men.period = women.period and men.sector = women.sector and men.sex = 'M'
    where women.sex = 'F'
),
newest as (select max(period) as period from gaps where sector <> '_T' having count(*) > 0),
first as (select min(gaps.period) as period from gaps join newest on gaps.period < newest.period where gaps.sector <> '_T'),
today as (select gaps.* from gaps join newest using (period)),
earlier as (select gaps.* from gaps join first using (period) where gaps.sector in (select sector from today)),
-- A gap that turns in favour of women is as wide as before it turned: sizes are compared.
moves as (
    select today.sector, today.period, abs(today.value) - abs(earlier.value) as value, earlier.value as was, earlier.period as was_period, today.value as is_now,
        today.status, today.source
    from today join earlier on earlier.sector = today.sector
    where today.sector <> '_T'
),
counted as (
    select period, max(was_period) as was_period, count(*) filter (where value < 0) as fewer, count(*) as sections, max(status) as status, max(source) as source
    from moves group by period
),
widened as (select * from moves where value > 0 order by value desc, sector limit 1),
widest as (select * from today where sector <> '_T' order by value desc, sector limit 1),
country as (select * from today where sector = '_T'),
picked as (
    -- Of several sections the one with the widest gap, in either direction.
    select * from today where sector in (select s.section from sectors s where s.sector = $sector) order by abs(value) desc, sector limit 1
),
picked_before as (select earlier.* from earlier join picked on picked.sector = earlier.sector),
answer as (
    select 'mark' as role, period, sector, '_T' as series, value, status, source, 1 as block from today
    union all
    select 'mark', period, sector, '_T', value, status, source, 2 from earlier
    union all
    select 'finding', was_period, '_T', 'fewer', fewer, status, source, 9 from counted
    union all
    select 'finding', period, '_T', 'sections', sections, status, source, 9 from counted
    union all
    select 'finding', period, sector, 'widened', is_now, status, source, 9 from widened
    union all
    select 'finding', was_period, sector, 'widened_before', was, status, source, 9 from widened
    union all
    select 'finding', period, sector, 'widest', value, status, source, 9 from widest
    union all
    select 'finding', period, sector, 'country', value, status, source, 9 from country
    union all
    select 'finding', period, sector, 'picked', value, status, source, 9 from picked
    union all
    select 'finding', period, sector, 'before', value, status, source, 9 from picked_before
    union all
    select 'finding', null, coalesce($sector, '_T'),
        case
            when not exists (select 1 from today) then 'case.none'
            when exists (select 1 from picked) and exists (select 1 from picked_before) then 'case.picked_change'
            when exists (select 1 from picked) then 'case.picked'
            when exists (select 1 from widened) then 'case.moves'
            else 'case.widest'
        end, null, null, null, 9
)
select role, period, 'KZ' as place, sector, series, value, status, source
from answer
order by role desc, block, value desc nulls last, sector
