-- What happened when in the newest year that has dated events? One mark is one event dated to the day or the month; the picked region stands out.
with known as (from chronicle($period)),
dated as (from dated_events('known')),
months as (
    select left(period, 7) as period, country() as place, '_T' as sector, cast(count(*) as double) as value, 'final' as status, arg_max(source,
        period) as source
    from dated
    group by left(period, 7)
    qualify rank() over (order by count(*) desc) = 1
),
busy as (from months order by period limit 1)
from mark_of_events('dated', $sector)
union all by name
select * replace (if(series = 'case.all' and (select count(*) from months) > 1, 'case.all_even', series) as series)
from told_of_events('dated', $place, $sector, [])
union all by name
from slot('busy')
order by role desc, in_order_of_lanes(series), period, text_en
