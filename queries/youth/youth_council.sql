-- What did the Youth Council do in the year? One row is one event of the report; a picked region sees its own, if it has any.
with listed as (
    select f.period, f.place, f.kind, f.event, f.text_kk, f.text_ru, f.text_en, f.source
    from events f
    where f.area = 'youth' and f.kind like 'youth_%' and ($period is null or left(f.period, 4) <= $period)
),
newest as (select * from listed where left(period, 4) = (select max(left(period, 4)) from listed)),
here as (select * from newest where place = $place and place <> 'KZ'),
shown as (
    select * from here
    union all
    select * from newest where not exists (select 1 from here)
),
counted as (
    select max(f.period) as period, max(f.source) as source,
        sum(f.value) filter (where f.measure = 'youth_dialogue_enterprises') as enterprises,
        sum(f.value) filter (where f.measure = 'youth_forum_towns') as towns,
        -- A number of activists is not printed: it stays out of the sentence as long as it is blank.
        sum(f.value) filter (where f.measure = 'youth_council_activists') as activists
    from figures f
    where f.measure in ('youth_dialogue_enterprises', 'youth_forum_towns', 'youth_council_activists') and ($period is null or left(f.period, 4) <= $period)
    having count(*) > 0
)
select 'mark' as role, period, place, '_T' as sector, kind as series, null::double as value, null as status, source, text_kk, text_ru, text_en from shown
union all
select 'finding', max(period), 'KZ', '_T', 'total', cast(count(*) as double), 'final', max(source), null, null, null from newest having count(*) > 0
union all
select 'finding', max(period), max(place), '_T', 'here', cast(count(*) as double), 'final', max(source), null, null, null from here having count(*) > 0
union all
select 'finding', max(period), cast($place as varchar), '_T', 'asked', null, null, null, null, null, null
from newest where $place is not null and $place <> 'KZ' and not exists (select 1 from here) having count(*) > 0
union all
select 'finding', counted.period, 'KZ', '_T', slot.name, slot.value, 'final', counted.source, null, null, null
from counted cross join lateral (
    values ('enterprises', counted.enterprises), ('towns', counted.towns), ('activists', counted.activists)
) as slot (name, value)
where slot.value is not null
union all
select 'finding', null, coalesce($place, 'KZ'), '_T',
    case
        when not exists (select 1 from newest) or not exists (select 1 from counted) then 'case.none'
        when exists (select 1 from here) then 'case.here'
        when $place is not null and $place <> 'KZ' then 'case.elsewhere'
        else 'case.country'
    end, null, null, null, null, null, null
order by 1 desc, 5, 3, 11
