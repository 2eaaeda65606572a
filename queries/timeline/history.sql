-- What happened before the newest year with dated events? One mark is one event; most are known only to the year.
with known as (from chronicle($period)),
dated as (from dated_events('known')),
year as (select left(max(period), 4) as year from dated),
earlier as (from known where left(period, 4) < (select year from year)),
start as (select * replace (left(period, 4) as period, country() as place, '_T' as sector) from earlier order by period, source limit 1),
told as (select * replace (if(series in ('now', 'here'), (select year from year), period) as period) from numbers_of_events('earlier', null, $sector, []))
from mark_of_events('earlier', $sector)
union all by name
from told
union all by name
from slot('first', 'start')
union all by name
from chosen(
    case
        when nothing_in('earlier') then 'case.none'
        when $sector is null then 'case.all'
        when $sector in (select sector from earlier) then 'case.sector'
        else 'case.sector_none'
    end
)
order by role desc, in_order_of_lanes(series), period, text_en
