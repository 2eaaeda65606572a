-- How many labour conflicts ended in a strike, and at enterprises with which unions: {@us.en.gen}, other ones, none? One row is one kind of enterprise in one of the
-- two newest years, with its share of the year’s strikes. Of the strikes at enterprises with any union those not at {@us.en}'s are at other unions'; what these
-- leave of all strikes had no union.
with known as (from printed(['strikes'], $period) where sector = '_T'),
counts as (
    select
        period, place, sector, max(status) as status, max(source) as source, max(value) filter (where series = '_T') as everyone,
        max(value) filter (where series = 'with_fprk_union') as fprk, max(value) filter (where series = 'with_any_union') as unions
    from known
    where place = country()
    group by period, place, sector
),
parts as (
    select *, 'with_fprk_union' as series, fprk as value, 100.0 * fprk / everyone as share from counts
    union all
    select *, 'with_other_union', unions - fprk, 100.0 * (unions - fprk) / everyone from counts where unions is not null
    union all
    select *, 'no_union', everyone - unions, 100.0 * (everyone - unions) / everyone from counts where unions is not null
    union all
    select *, 'without_fprk_union', everyone - fprk, 100.0 * (everyone - fprk) / everyone from counts where unions is null
),
years as (from last_two('parts')),
newest_counts as (
    select period, place, sector, status, source, everyone as now, fprk as fprk_now, unions - fprk as other_now, everyone - unions as none_now, everyone - fprk as rest
    from newest('counts')
),
earlier as (select period, place, sector, status, source, everyone as last_but_one, fprk as fprk_last_but_one from last_but_one('counts')),
ministry as (
    from (from official(['strikes_ministry'], $period) where place = country() and sector = '_T') as counted
    semi join newest_counts on newest_counts.period = counted.period and newest_counts.now <> counted.value
),
-- {@us.en}'s strikes by region, where the regions named have all of them.
by_region as (
    from (from known where place <> country() and series = 'with_fprk_union') as region
    semi join newest_counts on newest_counts.period = region.period
),
here as (from by_region where place = $place)
from mark('years', ['share'])
union all by name
from slots('newest_counts')
union all by name
from slots('earlier')
union all by name
from slot('ministry')
union all by name
from slot('here')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('newest_counts') then 'case.none'
        when exists (from here) then 'case.here'
        when $place is not null and (select sum(value) from by_region) = (select fprk_now from newest_counts) then 'case.elsewhere'
        when $place is not null then 'case.missing'
        when nothing_in('earlier') then 'case.single'
        when (select other_now is null from newest_counts) then 'case.change'
        when exists (from ministry) then 'case.differs'
        else 'case.groups'
    end
)
order by role desc, period desc, list_position(['with_fprk_union', 'with_other_union', 'no_union', 'without_fprk_union'], series), series
