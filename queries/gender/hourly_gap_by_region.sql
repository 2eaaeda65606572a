-- How large is the gap in hourly pay in each region, and where did it change most? One row is one region in the newest complete year, or earlier in the first one;
-- (men - women) / men, per cent, negative where women are paid more.
with pay as (
    select f.period, f.place, f.sex, f.value, f.status, f.source
    from statistics f
    where f.measure = 'hourly_earnings' and f.sector = '_T' and f.sex in ('F', 'M') and f.age = '_T'
        and length(f.period) = 4 and ($period is null or left(f.period, 4) <= $period)
),
gaps as (
    select women.period, women.place, (men.value - women.value) * 100.0 / men.value as value, women.status, women.source
    from pay women join pay men on men.period = women.period and men.place = women.place and men.sex = 'M'
    where women.sex = 'F'
),
-- Sixteen regions were all there were before 2018, seventeen before 2022.
complete as (
    select gaps.period, count(*) as regions
    from gaps join places on places.place = gaps.place and places.kind in ('region', 'city', 'former')
    group by gaps.period having count(*) >= 16
),
newest as (select max(period) as period from complete having count(*) > 0),
-- The first year in which Turkistan and Shymkent stand apart, as today.
first as (select min(complete.period) as period from complete join newest on complete.period < newest.period where complete.regions >= 17),
today as (select gaps.* from gaps join newest using (period)),
earlier as (
    -- A region that has since lost a part is not compared with its former borders.
    select gaps.* from gaps join first using (period)
    where gaps.place in (select place from today)
        and not exists (
            select 1 from places part join today on today.place = part.place
            where part.predecessor = gaps.place and part.place not in (select g.place from gaps g join first using (period))
        )
),
unpublished as (
    select newest.period, places.place
    from places cross join newest
    where places.kind in ('region', 'city') and newest.period is not null and places.place not in (select place from today)
),
-- A gap that turns in favour of women is as wide as before it turned: sizes are compared.
moves as (
    select today.place, today.period, abs(today.value) - abs(earlier.value) as value, earlier.value as was, earlier.period as was_period, today.value as is_now,
        today.status, today.source
    from today join earlier on earlier.place = today.place
    where today.place <> 'KZ'
),
narrowed as (select * from moves where value < 0 order by value, place limit 1),
widest as (select * from today where place <> 'KZ' order by value desc, place limit 1),
country as (select * from today where place = 'KZ'),
here as (select * from today where place = $place and place <> 'KZ'),
here_before as (select * from earlier where place = $place and place <> 'KZ'),
answer as (
    select 'mark' as role, period, place, '_T' as series, value, status, source, 1 as block from today
    union all
    select 'mark', period, place, '_T', null, null, null, 2 from unpublished
    union all
    select 'mark', period, place, '_T', value, status, source, 3 from earlier
    union all
    select 'finding', period, place, 'narrowed', is_now, status, source, 9 from narrowed
    union all
    select 'finding', was_period, place, 'narrowed_before', was, status, source, 9 from narrowed
    union all
    select 'finding', period, place, 'widest', value, status, source, 9 from widest
    union all
    select 'finding', period, place, 'country', value, status, source, 9 from country
    union all
    select 'finding', period, place, 'here', value, status, source, 9 from here
    union all
    select 'finding', period, place, 'before', value, status, source, 9 from here_before
    union all
    select 'finding', newest.period, $place, 'asked', null, null, null, 9
    from newest where newest.period is not null and $place is not null and not exists (select 1 from here)
    union all
    select 'finding', null, coalesce($place, 'KZ'),
        case
            when not exists (select 1 from today) then 'case.none'
            when exists (select 1 from here) and exists (select 1 from here_before) then 'case.here_change'
            when exists (select 1 from here) then 'case.here'
            when $place is not null and $place <> 'KZ' then 'case.missing'
            when exists (select 1 from narrowed) then 'case.narrowed'
            else 'case.widest'
        end, null, null, null, 9
)
select role, period, place, '_T' as sector, series, value, status, source
from answer
order by role desc, block, value desc nulls last, place
