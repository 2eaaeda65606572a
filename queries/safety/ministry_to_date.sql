-- How many people were hurt and killed since the beginning of a year, in the country or the picked region? One row is one number up to one date.
with known as (
    select f.measure, case
            when f.note like 'January-March%' then 'to_march'
            when f.note like 'January-June%' then 'to_june'
            when f.note like 'January-July%' then 'to_july'
            when f.note like 'January-August%' then 'to_august'
            when f.note like 'January-September%' or f.measure like '%_9m' then 'to_september'
            when f.note like 'January-October%' then 'to_october'
            when f.note like 'to July%' then 'to_july_rounded'
            when f.note like 'to 24 December%' then 'to_24_december'
            else 'cut_unstated'
        end as series,
        f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure in ('ministry_injured_ytd', 'ministry_deaths_ytd') and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and f.place in ('KZ', coalesce($place, 'KZ')) and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure, series, f.period, f.place order by f.source) = 1
),
spoken as (
    select coalesce(max(place) filter (where place <> 'KZ' and measure = 'ministry_injured_ytd'), 'KZ') as place from known having count(*) > 0
),
shown as (select known.* from known join spoken on spoken.place = known.place),
now as (select * from shown where measure = 'ministry_injured_ytd' order by period desc, value desc limit 1)
select 'mark' as role, period, place, '_T' as sector, series, value, status, source, measure from shown
union all
select 'finding', period, place, '_T', 'now', value, status, source, null from now
union all
select 'finding', null, $place, '_T', 'asked', null, null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from now) then 'case.none'
        when $place is not null and (select place from now) <> $place then 'case.missing'
        else 'case.now'
    end, null, null, null, null
order by 1 desc, 9 desc, 2 desc, list_position(['to_march', 'to_june', 'to_july', 'to_july_rounded', 'to_august', 'to_september', 'to_october', 'to_24_december', 'cut_unstated'], series)
