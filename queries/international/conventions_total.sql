-- How many ILO conventions has each country ratified? One row is one country in the newest year that is published for it.
with known as (from printed(['ilo_ratified_total'], $period) union all from official(['ilo_ratified_total'], $period)),
-- Of two numbers for one year the country's own comes before the one quoted by others.
shown as (from known qualify row_number() over (partition by place order by period desc, status <> 'final', source) = 1),
now as (from shown where place = country()),
top as (from highest('shown')),
countries as (select top.* replace (cast((select count(*) from shown) as double) as value) from top)
from mark('shown')
union all
from slots_of('now', 'top', 'countries')
union all
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when nothing_in('now') then 'case.others'
        when (select place from top) = country() then 'case.only'
        else 'case.beside'
    end
)
order by role desc, value desc nulls last, place, series
