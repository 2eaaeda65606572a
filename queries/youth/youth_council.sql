-- What did the Youth Council do in the year? One row is one event of the report; a picked region sees its own, if it has any.
with listed as (
    select period, place, '_T' as sector, kind as series, cast(null as double) as value, cast(null as varchar) as status, source, text_kk, text_ru, text_en
    from events
    where area = 'youth' and kind like 'youth_%' and ($period is null or left(period, 4) <= $period)
    qualify left(period, 4) = max(left(period, 4)) over ()
),
own as (from listed where place = $place and place <> country()),
shown as (from own union all from listed where not exists (from own)),
here as (from count_of('own')),
missing as (from missing_region('listed', $place)),
counted as (from printed(['youth_dialogue_enterprises', 'youth_forum_towns'], $period)),
-- A number of activists is not printed: it stays out of the sentence as long as it is blank.
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source,
        sum(value) filter (where measure = 'youth_dialogue_enterprises') as enterprises, sum(value) filter (where measure = 'youth_forum_towns') as towns
    from newest('counted')
    having count(*) > 0
),
total as (from count_of('listed') where exists (from numbers))
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_of('total', 'here')
union all by name
from slot('asked', 'missing')
union all by name
from slots('numbers')
union all by name
from chosen_by_pick('total', 'here', 'missing')
order by role desc, series, place, text_en
