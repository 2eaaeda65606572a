-- In which regions did union leaders and akims chair the tripartite commission?
-- One row: one region and one kind of chair in the newest year; the value is the number of meetings.
-- Where the regions named make up the country's total, there was none in the others.
with printed_meetings as (from printed(['regional_commission_meetings'], $period) where sector = '_T' and series in ('union_led', 'akim_led')),
known as (from printed_meetings where is_region(place)),
named as (from newest('known')),
complete as (
    select named.series
    from named
    join printed_meetings as whole on whole.place = country() and whole.period = named.period and whole.series = named.series
    group by named.series, whole.value
    having sum(named.value) = whole.value
),
regions as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        max(value) filter (where series = 'union_led') as unions, max(value) filter (where series = 'akim_led') as akims
    from named
    group by all
),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, max(status) as status, max(source) as source,
        count(unions) as union_regions, count(akims) as akim_regions
    from regions
    having count(*) > 0
),
here as (from regions where place = $place),
cells as (
    select
        numbers.period, asked_for.place, '_T' as sector, kinds.series, named.value, named.status, coalesce(named.source, numbers.source) as source,
        case when named.value is not null then 'yes' when kinds.series in (select series from complete) then 'no' else 'unknown' end as state, false as wanted
    from numbers
    cross join (select place from regions union select cast($place as varchar) where $place is not null) as asked_for
    cross join (values ('union_led'), ('akim_led')) as kinds (series)
    left join named on named.place = asked_for.place and named.series = kinds.series
)
from mark('cells', ['state', 'wanted'])
union all by name
from slots('numbers')
union all by name
from slots('here')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('numbers') then 'case.none'
        when $place is null then 'case.top'
        when (select count(*) from complete) < 2 and not exists (from here where unions > 0 and akims > 0) then 'case.open'
        when nothing_in('here') then 'case.missing'
        when exists (from here where unions is null) then 'case.akims'
        when exists (from here where akims is null) then 'case.unions'
        else 'case.both'
    end
)
order by
    role desc, max(if(series = 'union_led', value, null)) over (partition by role, place) is null,
    max(value) over (partition by role, place) is null, place, series desc
