-- To which international structures do {@us.en} and the machine builders’ union belong, and since when? One row is one link of a member to a structure.
with links as (
    -- A link without a year is known since the document that names it.
    select
        coalesce(printf('%d', cast(min(since) as integer)), min(told)) as period, country() as place, member as sector, '_T' as series, min(since) as value,
        'final' as status, max(source) as source, structure,
        arg_min(role, list_position(['founder', 'member', 'officer', 'partner'], role)) as membership
    from structures_as_of($period)
    where member in (us(), 'machine_building', 'ORG_MOP_METAL', 'ORG_IEMF')
        and (role in ('founder', 'member', 'officer') or structure = 'ORG_ILO' and role = 'partner')
        and (until is null or $period is not null and until > try_cast($period as integer))
    group by structure, member
),
shown as (from links where $period is null or period <= $period),
-- A link without a year may be older than the document that names it: as of an earlier year it is unknown, not absent.
undated as (from links where value is null and membership <> 'partner' and $period is not null and period > $period),
sizes as (
    select *, 0 as later from printed(['org_countries'], $period)
    union all
    select *, 1 from official(['org_countries'], $period)
),
widest as (
    select * replace ('_Z' as place) from sizes where sector in (select structure from shown) order by value desc, later, period, sector, source limit 1
),
numbers as (
    select
        -- A partner of a structure is drawn, but is not in it.
        count(distinct structure) filter (where member = us() and membership <> 'partner') as fprk,
        count(distinct structure) filter (where member = 'machine_building') as builders,
        (select count(distinct structure) from undated where sector = us()) as undated,
        coalesce(cast($period as varchar), max(period)) as period, country() as place, us() as sector, 'final' as status, max(source) as source
    from (select * rename (sector as member) from shown)
),
oldest as (select * replace (structure as sector) from shown where value is not null order by value, structure, source limit 1)
from mark('shown', ['structure', 'membership'])
union all by name
from slots('numbers')
union all by name
from slot('oldest')
union all by name
from slot('widest')
union all by name
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when (select undated from numbers) > 0 then 'case.undated'
        when (select fprk from numbers) = 0 then 'case.builders'
        when nothing_in('widest') then 'case.both'
        else 'case.widest'
    end
)
order by role desc, list_position([us(), 'machine_building'], sector) nulls last, value nulls last, structure, series, sector
