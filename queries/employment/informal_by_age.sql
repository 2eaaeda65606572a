-- At which age is informal and unproductive employment most common? One row is one age group and one of the two shares in the newest year.
with known as (
    from official_by_age(['informal_employment_share', 'unproductive_employment_share'], $period) where place = country() and sector = '_T' and age <> '_T'
),
shown as (from known qualify period = max(period) filter (where measure = 'informal_employment_share') over ()),
told as (
    select * replace (case age when 'Y16-24' then 'young' when 'Y35-44' then 'middle' else 'older' end as series)
    from shown
    where measure = 'informal_employment_share' and age in ('Y16-24', 'Y35-44', 'Y55-64')
)
from mark('shown', ['measure', 'age'])
union all by name
from slots_by_series('told')
union all by name
from chosen(if((select count(*) from told) = 3, 'case.found', 'case.none'))
-- Groups from young to old; 65 and over is the last.
order by role desc, replace(age, 'Y_GE65', 'Y65'), measure
