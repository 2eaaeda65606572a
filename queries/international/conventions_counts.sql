-- How do the ratified conventions of a country divide, and how many are in force? One row is one count of one country.
with known as (
    from official(
        ['ilo_ratified_total', 'ilo_in_force_total', 'ilo_denounced_total', 'ilo_fundamental_ratified', 'ilo_governance_ratified', 'ilo_technical_ratified'], $period
    )
),
-- The total beside its parts: of the same source.
counts as (from known qualify measure <> 'ilo_ratified_total' or bool_or(measure = 'ilo_in_force_total') over (partition by place, period, source)),
newest_split as (
    select
        period, place, '_T' as sector, 'final' as status, source, max(value) filter (where measure = 'ilo_ratified_total') as ratified,
        max(value) filter (where measure = 'ilo_in_force_total') as in_force
    from counts
    group by period, place, source
    having count(distinct measure) > 2
    order by period desc, place, source
    limit 1
)
from mark('counts', ['measure'])
union all by name
from slots('newest_split')
union all by name
from chosen(case when nothing_in('counts') then 'case.none' when nothing_in('newest_split') then 'case.bare' else 'case.split' end)
order by role desc, place, value desc nulls last, measure, period, source
