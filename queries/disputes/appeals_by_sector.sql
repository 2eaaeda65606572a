-- From which sectors do appeals to the Legal Clinic come, and how many did they have the year before? One row is one union sector in one of the two newest
-- years, by size in the newest. What the sectors listed leave of the year's printed total has no sector: told, because a part of any growth may come from
-- fuller recording.
with known as (
    select period, place, sector, series, value, status, source
    from figures
    where measure = 'appeals' and place = country() and series = '_T' and ($period is null or left(period, 4) <= $period)
),
by_sector as (from known where sector <> '_T'),
newer as (from newest('by_sector')),
older as (from last_but_one('by_sector')),
years as (from last_two('by_sector') semi join newer using (sector)),
total as (from (from known where sector = '_T') semi join newer using (period)),
rests as (
    select known.period, max(known.value) - sum(by_sector.value) as value, 100.0 * (max(known.value) - sum(by_sector.value)) / max(known.value) as share
    from known
    join by_sector using (period)
    where known.sector = '_T'
    group by known.period
),
top as (from highest('newer')),
missing as (
    select newer.* replace ($sector as sector, null as value, null as status)
    from newer
    where $sector is not null and $sector not in (select sector from newer)
    limit 1
),
here as (from newer where sector = $sector and value is not null),
last_but_one as (from older semi join here using (sector) where value is not null),
numbers as (
    select
        total.period, country() as place, '_T' as sector, total.status, total.source, 100.0 * top.value / total.value as top_share, rest.value as left_now,
        rest.share as left_share, rest_before.share as left_last_share
    from total
    cross join top
    join rests as rest on rest.period = total.period
    left join rests as rest_before on rest_before.period = (select max(period) from older)
)
from mark('years')
union all
from mark('missing')
union all
from slots_of('total', 'top', 'here', 'last_but_one')
union all
from slots('numbers')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when nothing_in('top') then 'case.none'
        when $sector is not null and nothing_in('here') then 'case.missing'
        when $sector is not null and nothing_in('last_but_one') then 'case.here_single'
        when $sector is not null then 'case.here'
        else 'case.top'
    end
)
order by role desc, arg_max_null(value, period) over (partition by role, sector) desc nulls last, status is null, sector, series, period desc
