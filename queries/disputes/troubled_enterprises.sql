-- How many enterprises with social tension did the ministry monitor? One row is one count of the newest year.
with known as (
    from official(['troubled_enterprises', 'troubled_enterprises_added', 'troubled_enterprises_resolved', 'troubled_enterprises_end'], $period)
    where place = 'KZ' and sector = '_T'
),
shown as (from newest('known')),
said as (select * replace (if(measure = 'troubled_enterprises', 'start', replace(measure, 'troubled_enterprises_', '')) as series) from shown)
from mark('shown', ['measure'])
union all by name
from slots_by_series('said')
union all by name
from chosen(
    case
        when (select list_has_all(list(series), ['start', 'added', 'end']) from said) then 'case.balance'
        when (select list_has_all(list(series), ['start', 'resolved']) from said) then 'case.resolved'
        else 'case.none'
    end
)
order by role desc, list_position(['troubled_enterprises', 'troubled_enterprises_added', 'troubled_enterprises_resolved', 'troubled_enterprises_end'], measure)
