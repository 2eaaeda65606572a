-- What did a sectoral union spend on its members? One row: one kind of spending, in million tenge.
with
published as (
    select f.period, f.sector, f.measure, f.value / 1000000.0 as value, f.status, f.source
    from statistics f
    where f.measure in ('branch_union_material_aid', 'branch_union_recreation_spending') and f.place = 'KZ' and f.sex = '_T' and f.age = '_T'
        and f.value is not null and ($period is null or left(f.period, 4) <= $period)
    qualify row_number() over (partition by f.measure order by f.period desc) = 1
),
shown as (
    select period, sector, case measure when 'branch_union_material_aid' then 'material_aid' else 'recreation_spending' end as series, value, status, source
    from published
),
answer as (
    select 'mark' as role, period, 'KZ' as place, sector, series, value, status, source from shown
    union all
    select 'finding', period, 'KZ', sector, case series when 'material_aid' then 'aid' else 'rest' end, value, status, source from shown
    union all
    select 'finding', null, 'KZ', cast($sector as varchar), 'asked', null, null, null where $sector is not null
    union all
    select
        'finding', null, 'KZ', null,
        case
            when (select count(*) from shown) < 2 then 'case.none'
            when $sector is not null and not exists (select 1 from shown where sector = $sector) then 'case.unpublished'
            else 'case.both'
        end, null, null, null
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, value desc
