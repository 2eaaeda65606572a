-- Which coverage by collective agreements is published, by whom, of which enterprises?
-- One row: one measure at its newest year; they differ and never make one line.
with known as (
    select * replace (if(measure = 'collective_coverage_with_unions', 'coverage_with_unions', 'coverage_ministry') as series)
    from printed(['collective_coverage_with_unions', 'ca_coverage_large_medium'], $period)
    where place = country() and sector = '_T' and series = '_T'
    union all
    select * replace ('coverage_sdg' as series) from official(['collective_bargaining_coverage'], $period) where place = country()
),
shown as (from newest_of_each('known'))
from mark('shown')
union all
from slots_by_series('shown')
union all
from chosen(
    case
        when nothing_in('shown') then 'case.none'
        when exists (from shown where series = 'coverage_ministry') then 'case.three'
        else 'case.sdg'
    end
)
order by role desc, value desc, series
