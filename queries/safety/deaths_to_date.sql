-- How many people were killed at work by the Ministry of Labour in the same months of different years? One row is one span of months in one year.
-- Only equal spans compare; the span stands in the editors' note.
with line as (
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
        f.period, f.value, f.status, f.source
    from statistics f
    where f.measure in ('ministry_deaths_ytd', 'inspection_fatal_9m') and f.place = 'KZ' and f.sector = '_T' and f.sex = '_T' and f.age = '_T'
        and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by series, f.period order by f.source) = 1
),
half as (select * from line where series = 'to_june'),
now as (select * from half order by period desc limit 1),
before as (select half.* from half, now where half.period < now.period order by half.period limit 1),
nine as (select * from line where series = 'to_september' order by period desc limit 1)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source from line
union all
select 'finding', period, 'KZ', '_T', 'now', value, status, source from now
union all
select 'finding', period, 'KZ', '_T', 'before', value, status, source from before
union all
select 'finding', period, 'KZ', '_T', 'nine', value, status, source from nine
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from line) then 'case.none'
        when not exists (select 1 from now) then 'case.nine'
        when not exists (select 1 from before) then 'case.single'
        when (select now.value <= before.value from now, before) then 'case.fell'
        else 'case.rose'
    end, null, null, null
order by 1 desc, list_position(['to_march', 'to_june', 'to_july', 'to_july_rounded', 'to_august', 'to_september', 'to_october', 'to_24_december', 'cut_unstated'], series), 2
