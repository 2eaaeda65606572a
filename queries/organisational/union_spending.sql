-- What did a sectoral union spend on its members? One row: one kind of spending, in million tenge.
with known as (
    select * replace (value / 1000000.0 as value, replace(measure, 'branch_union_', '') as series)
    from official(['branch_union_material_aid', 'branch_union_recreation_spending'], $period)
    where place = country()
),
spent as (from newest_of_each('known'))
from mark('spent')
union all
from slots_by_series('spent')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when (select count(*) from spent) < 2 then 'case.none'
        when $sector is not null and not exists (from spent where sector = $sector) then 'case.missing'
        else 'case.both'
    end
)
order by role desc, value desc, series
