-- How many FPRK members are women? One mark is all members or the women among them in the newest year; share = per cent of all members.
with printed as (
    select f.period, f.measure, f.value, f.status, f.source
    from figures f
    where f.measure in ('fprk_women_members', 'fprk_members') and f.place = 'KZ' and f.sector = '_T' and f.series = '_T'
        and f.value is not null and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from printed where measure = 'fprk_women_members' having count(*) > 0),
everyone as (select printed.* from printed join newest using (period) where measure = 'fprk_members'),
women as (
    select printed.*, printed.value * 100.0 / everyone.value as share
    from printed join newest using (period) left join everyone on everyone.period = printed.period
    where printed.measure = 'fprk_women_members'
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, 'fprk_all_members' as series, value, status, source, 100.0 as share from everyone
union all
select 'mark', period, 'KZ', '_T', 'fprk_women', value, status, source, share from women
union all
select 'finding', period, 'KZ', '_T', 'women', value, status, source, null from women
union all
select 'finding', period, 'KZ', '_T', 'share', share, status, source, null from women where share is not null
union all
select 'finding', null, 'KZ', '_T',
    case when not exists (select 1 from women) then 'case.none' when exists (select 1 from everyone) then 'case.found' else 'case.count' end,
    null, null, null, null
order by 1 desc, 5
