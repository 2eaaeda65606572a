-- How many workers did unions help, as FPRK named it in different years? One row is one published number; kinds do not compare.
with known as (
    from official(['workers_rights_defended', 'employees_legalised'], $period) where place = 'KZ' and sector = '_T'
    union all
    from printed(['arrears_workers_restored'], $period) where place = 'KZ' and sector = '_T' and series = '_T'
),
said as (
    select
        * replace (case measure when 'workers_rights_defended' then 'defended' when 'employees_legalised' then 'legalised' else 'restored' end as series)
    from known
    qualify row_number() over (partition by measure order by period desc, source) = 1
)
from mark('known', ['measure'])
union all by name
from slots_by_series('said')
union all by name
from chosen(
    case
        when (select list_has_all(list(series), ['defended', 'restored']) from said) then 'case.both'
        when (select list_has_all(list(series), ['defended', 'legalised']) from said) then 'case.defended'
        else 'case.none'
    end
)
order by role desc, period desc, measure, source
