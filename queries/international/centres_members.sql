-- How many members do the national union centres claim? One row is one centre in the newest year published for it; the numbers are claims, mostly rounded.
with claims as (
    select *, 1 as later from official(['natcentre_members'], $period)
    union all
    select * replace (us() as sector), 1 from official(['fprk_members'], $period) where place = country() and sector = '_T'
    union all
    -- Its report comes before what the press says.
    select * replace (us() as sector), 0 from printed(['fprk_members'], $period) where place = country() and sector = '_T' and series = '_T'
),
shown as (from claims qualify row_number() over (partition by sector order by later, period desc, source) = 1),
now as (from shown where sector = us()),
top as (from shown order by value desc, sector limit 1),
centres as (select top.* replace (cast((select count(*) from shown) as double) as value) from top)
from mark('shown')
union all
from slots_of('now', 'top', 'centres')
union all
from chosen(case when nothing_in('shown') then 'case.none' when exists (from now) then 'case.beside' else 'case.others' end)
order by role desc, value desc nulls last, sector, series
