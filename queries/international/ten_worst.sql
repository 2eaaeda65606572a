-- In which of the lists that were found is each country among the ten worst of the ITUC index? One row is one country in one year, with the source of its list;
-- a year between them whose list was not found is unknown, not "no".
with named as (from official(['ituc_gri_ten_worst'], $period) where value = 1),
lists as (select period, min(source) as source, min(status) as status from named group by period),
years as (select cast(unnest(range(cast(min(period) as integer), cast(max(period) as integer) + 1)) as varchar) as period from lists),
countries as (select distinct place from named union select country()),
cells as (
    select
        years.period, countries.place, '_T' as sector, '_T' as series, if(named.value = 1, cast(years.period as double), null) as value,
        coalesce(named.status, lists.status) as status, coalesce(named.source, lists.source) as source,
        case when named.value = 1 then 'yes' when lists.period is not null then 'no' else 'unknown' end as state, false as wanted
    from years
    cross join countries
    left join lists on lists.period = years.period
    left join named on named.period = years.period and named.place = countries.place
    where exists (from lists)
),
times as (
    select
        place, '_T' as sector, '_T' as series, cast(count(*) as double) as value, min(period) as first, max(period) as period, max(status) as status,
        max(source) as source
    from cells
    where state = 'yes'
    group by place
),
now as (select * exclude (first) from times where place = country()),
first as (select * exclude (first) replace (first as period) from times where place = country()),
top as (select * exclude (first) from times order by value desc, place limit 1),
found as (
    select
        (select max(period) from lists) as period, country() as place, '_T' as sector, 'final' as status, cast(null as varchar) as source,
        (select count(*) from lists) as lists, (select count(*) from years) - (select count(*) from lists) as gaps
    from (select 1)
    where exists (from lists)
),
start as (select period, country() as place, '_T' as sector, '_T' as series, cast(null as double) as value, status, source from lists order by period limit 1)
from mark('cells', ['state', 'wanted'])
union all by name
from slots_of('now', 'first', 'top', 'start')
union all by name
from slots('found')
union all by name
from chosen(
    case
        when nothing_in('found') then 'case.none'
        when nothing_in('now') then 'case.not_named'
        when (select gaps from found) > 0 then 'case.gaps'
        else 'case.named'
    end
)
order by role desc, place <> country(), place, period, series
