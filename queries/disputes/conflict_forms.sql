-- How does the number printed for the form of protest relate to the outcomes of the conflicts? One row is one number of the newest year.
with known as (
    from printed(['labour_conflicts', 'labour_conflicts_resolved', 'protest_demands_form', 'strikes'], $period) where place = country() and sector = '_T'
        and series = '_T'
),
shown as (from newest('known')),
all_conflicts as (from shown where measure = 'labour_conflicts'),
resolved as (from shown where measure = 'labour_conflicts_resolved'),
form as (from shown where measure = 'protest_demands_form')
from mark('shown', ['measure'])
union all by name
from slot('total', 'all_conflicts')
union all by name
from slot('resolved')
union all by name
from slot('form')
union all by name
from chosen(
    case
        when nothing_in('all_conflicts') or nothing_in('resolved') then 'case.none'
        when nothing_in('form') then 'case.no_form'
        when value_of('form') = value_of('resolved') then 'case.same'
        else 'case.differ'
    end
)
order by role desc, list_position(['labour_conflicts', 'labour_conflicts_resolved', 'protest_demands_form', 'strikes'], measure)
