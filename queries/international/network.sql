-- To which international structures do FPRK and the machine builders' union belong, and since when? One row is one link of a member to a structure.
with
dated as (
    -- A link without a year is known since the document that names it.
    select source, mode(left(period, 4)) as year from figures group by source
),
links as (
    select
        s.structure, s.member, min(s.since) as since, max(s.source) as source, min(dated.year) as told,
        arg_min(s.role, case s.role when 'founder' then 1 when 'member' then 2 when 'officer' then 3 else 4 end) as part
    from structures s
    left join dated on dated.source = s.source
    where s.member in ('ORG_FPRK', 'machine_building', 'ORG_MOP_METAL', 'ORG_IEMF')
        and (s.role in ('founder', 'member', 'officer') or s.structure = 'ORG_ILO' and s.role = 'partner')
        and (s.until is null or $period is not null and s.until > try_cast($period as integer))
    group by s.structure, s.member
),
shown as (
    select structure, member, since, source, part, coalesce(cast(cast(since as integer) as varchar), told) as period
    from links
    where $period is null or coalesce(cast(cast(since as integer) as varchar), told) <= $period
),
countries as (
    select sector, period, value, status, source
    from (
        select sector, period, value, status, source, 0 as newer from figures where measure = 'org_countries' and value is not null
        union all
        select sector, period, value, status, source, 1 from statistics where measure = 'org_countries' and value is not null
    )
    where ($period is null or left(period, 4) <= $period) and sector in (select structure from shown)
    order by value desc, newer
    limit 1
),
numbers as (
    select
        -- A partner of a structure is drawn, but is not in it.
        count(distinct structure) filter (where member = 'ORG_FPRK' and part <> 'partner') as fprk,
        count(distinct structure) filter (where member = 'machine_building') as builders,
        max(period) as period, max(source) as source
    from shown
),
oldest as (select * from shown where since is not null order by since, structure limit 1),
answer as (
    select 'mark' as role, period, 'KZ' as place, member as sector, '_T' as series, since as value, 'final' as status, source, structure, part, 1 as block
    from shown
    union all
    select 'finding', numbers.period, 'KZ', 'ORG_FPRK', slot.name, cast(slot.value as double), 'final', numbers.source, null, null, 2
    from numbers
    cross join lateral (values ('fprk', numbers.fprk), ('builders', numbers.builders)) as slot (name, value)
    union all
    select 'finding', period, 'KZ', structure, 'oldest', since, 'final', source, null, null, 2 from oldest
    union all
    select 'finding', period, '_Z', sector, 'widest', value, status, source, null, null, 2 from countries
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when (select fprk from numbers) = 0 then 'case.builders'
            when not exists (select 1 from countries) then 'case.both'
            else 'case.widest'
        end, null, null, null, null, null, 3
)
select role, period, place, sector, series, value, status, source, structure, part as membership
from answer
order by block, case sector when 'ORG_FPRK' then 1 when 'machine_building' then 2 else 3 end, value nulls last, structure, series
