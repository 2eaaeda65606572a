-- Which events of the newest year are known only to the year? One row is one event in words; a picked region or sector leaves its own events.
with undated as (from chronicle($period) where length(period) = 4 qualify period = max(period) over ()),
here as (from undated where place = coalesce($place, place) and sector = coalesce($sector, sector)),
shown as (from here union all from undated where nothing_in('here'))
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from told_of_events('undated', $place, $sector, [])
order by role desc, in_order_of_lanes(series), text_en
