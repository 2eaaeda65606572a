-- How many production councils did the unions of each sector set up? One mark is one sector in the newest year for which several sectors are printed. Where the
-- sectors listed make up the printed total, nothing is left for one that is not listed, and the sentence says so: unless a listed one is a part of it.
with known as (from printed(['production_councils_created'], $period) where place = country() and series = '_T'),
listed as (from known where sector <> '_T'),
sectors_now as (from newest_of_several('listed')),
total as (from (from known where sector = '_T') semi join sectors_now using (period)),
together as (from sum_of('sectors_now')),
all_totals as (from known where sector = '_T'),
-- Sectors listed that have no section beside those of the picked one: road transport, if transport is picked.
parts_of_picked as (
    from sectors_now
    where $sector is not null and sector <> $sector
        and sector not in (select sector from sectors where section is not null and section not in (select section from sectors where sector = $sector))
),
a_year_ago as (from year_before('all_totals'))
from ranked_sectors('known', $sector, missing := if(value_of('total') = value_of('together') and nothing_in('parts_of_picked'), 'case.none_left', 'case.missing'))
union all
from slot('year_before', 'a_year_ago')
order by role desc, value desc nulls last, sector, series
