-- What did {@us.en} do for gender equality in its newest year, and when? One mark is one event; the finding counts them and gives the length of the yearly
-- campaign as printed.
with known as (
    select period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en
    from events
    where area = 'gender' and ($period is null or left(period, 4) <= $period)
),
shown as (from known qualify left(period, 4) = max(left(period, 4)) over ()),
counted as (from count_of('shown')),
now as (select * replace (left(period, 4) as period) from counted),
lengths as (from printed(['anti_violence_campaign_days'], $period) where place = country()),
days as (from lengths semi join now using (period))
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slot('now')
union all by name
from slot('days')
union all by name
from chosen(case when nothing_in('now') then 'case.none' when exists (from days) then 'case.campaign' else 'case.events' end)
order by role desc, series, period, text_en
