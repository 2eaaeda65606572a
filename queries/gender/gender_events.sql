-- What did FPRK do for gender equality, and when? One mark is one event; the finding counts them and gives the length of the yearly campaign as printed.
with listed as (
    select e.event, e.period, e.place, e.sector, e.kind, e.text_kk, e.text_ru, e.text_en, e.source
    from events e
    where e.area = 'gender' and ($period is null or left(e.period, 4) <= $period)
),
campaign as (
    select f.period, f.value, f.status, f.source
    from figures f
    where f.measure = 'anti_violence_campaign_days' and f.place = 'KZ' and ($period is null or left(f.period, 4) <= $period)
    order by f.period desc limit 1
),
counted as (select max(left(period, 4)) as period, count(*) as value, max(source) as source from listed having count(*) > 0)
select 'mark' as role, period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en from listed
union all
select 'finding', period, 'KZ', '_T', 'now', value, 'final', source, null, null, null from counted
union all
select 'finding', period, 'KZ', '_T', 'days', value, status, source, null, null, null from campaign
union all
select 'finding', null, 'KZ', '_T',
    case
        when not exists (select 1 from counted) then 'case.none'
        when exists (select 1 from campaign) then 'case.campaign'
        else 'case.events'
    end, null, null, null, null, null, null
order by 1 desc, 5, 2, 11
