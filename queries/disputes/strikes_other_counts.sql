-- Which other counts of strikes and stoppages were published? One row is one published number; kinds do not compare.
with known as (
    select
        f.measure,
        -- The span stands in the editors' note.
        case
            when f.note like '%mid-March%' then 'to_mid_march'
            when f.note like '%January-April%' then 'to_april'
            when f.note like '%first half%' then 'to_june'
            when f.note like '%January-August%' then 'to_august'
            when f.note like '%January-November%' then 'to_november'
            else 'cut_unstated'
        end as series,
        f.period, f.place, f.value, f.status, f.source
    from statistics f
    where f.measure in ('strikes_ministry_ytd', 'strikes_enterprises_ministry_ytd', 'strikers_ministry_ytd', 'strikes_oxus_ytd', 'work_stoppages_ytd')
        and f.sector = '_T' and ($period is null or left(f.period, 4) <= $period)
),
ministry as (select * from known where measure = 'strikes_ministry_ytd' order by period desc limit 1),
stoppages as (select * from known where measure = 'work_stoppages_ytd' and place = 'KZ' order by period desc limit 1),
enterprises as (select * from known where measure = 'strikes_enterprises_ministry_ytd' and place = 'KZ' order by period desc limit 1),
here as (select * from known where place = $place order by period desc, value desc limit 1)
select 'mark' as role, period, place, '_T' as sector, series, value, status, source, measure from known
union all
select 'finding', period, place, '_T', 'ministry', value, status, source, null from ministry
union all
select 'finding', period, place, '_T', 'stoppages', value, status, source, null from stoppages
union all
select 'finding', period, place, '_T', 'enterprises', value, status, source, null from enterprises
union all
select 'finding', period, place, '_T', 'here', value, status, source, null from here
union all
select 'finding', null, $place, '_T', 'asked', null, null, null, null where $place is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from known) then 'case.none'
        when exists (select 1 from here where measure = 'work_stoppages_ytd') then 'case.here_stoppages'
        when exists (select 1 from here) then 'case.here_enterprises'
        when $place is not null then 'case.missing'
        when exists (select 1 from ministry) then 'case.country'
        when exists (select 1 from stoppages) then 'case.stoppages'
        when exists (select 1 from enterprises) then 'case.enterprises'
        else 'case.none'
    end, null, null, null, null
order by 1 desc, 2 desc, 9, 6 desc
