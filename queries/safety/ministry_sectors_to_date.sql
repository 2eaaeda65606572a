-- Which share of the injured does a sector have since the beginning of the year? One row is one sector up to one month.
with known as (
    select case
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
        f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure = 'ministry_sector_share_ytd' and f.place = 'KZ' and f.sector <> '_T' and ($period is null or left(f.period, 4) <= $period)
),
half as (select * from known where series = 'to_june' qualify row_number() over (partition by sector order by period desc) = 1),
mining as (select * from half where sector = 'MMC'),
building as (select * from half where sector = 'F'),
here as (select half.* from half where sector in (select s.section from sectors s where s.sector = $sector) order by sector desc limit 1)
select 'mark' as role, period, 'KZ' as place, sector, series, value, status, source from known
union all
select 'finding', period, 'KZ', sector, 'mining', value, status, source from mining
union all
select 'finding', period, 'KZ', sector, 'building', value, status, source from building
union all
select 'finding', period, 'KZ', sector, 'here', value, status, source from here
union all
select 'finding', null, 'KZ', $sector, 'asked', null, null, null where $sector is not null
union all
select 'finding', null, 'KZ', coalesce($sector, '_T'),
    case
        when not exists (select 1 from mining, building) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $sector is not null then 'case.missing'
        else 'case.found'
    end, null, null, null
order by 1 desc, 4 desc, 2 desc, list_position(['to_march', 'to_june', 'to_july', 'to_july_rounded', 'to_august', 'to_september', 'to_october', 'to_24_december', 'cut_unstated'], series)
