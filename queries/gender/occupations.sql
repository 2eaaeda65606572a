-- In which occupations do women work, and how did their share change since the first year that compares? One row is one occupation group in the newest
-- year or in that first.
with line as (
    select * replace (replace(measure, 'women_share_', '') as series)
    from official_by_sex([
        'women_share_occ_managers', 'women_share_occ_professionals', 'women_share_occ_technicians',
        'women_share_occ_clerks', 'women_share_occ_service_sales', 'women_share_occ_agricultural',
        'women_share_occ_craft', 'women_share_occ_operators', 'women_share_occ_elementary'
    ], $period)
    where place = country() and sector = '_T' and sex = 'F'
),
latest as (from newest('line')),
comparable as (
    from since_last_break('line', [
        'women_share_occ_managers', 'women_share_occ_professionals', 'women_share_occ_technicians',
        'women_share_occ_clerks', 'women_share_occ_service_sales', 'women_share_occ_agricultural',
        'women_share_occ_craft', 'women_share_occ_operators', 'women_share_occ_elementary'
    ])
),
start as (from first('comparable')),
-- A group without a figure in the newest year keeps its place, without a bar.
absent as (
    select (select max(period) from line) as period, place, sector, series, null as value, null as status, null as source
    from newest_of_each('line') anti join latest using (series)
),
top as (from highest('latest')),
bottom as (from lowest('latest')),
sums as (
    select
        period, country() as place, '_T' as sector, max(status) as status, max(source) as source,
        count(*) filter (where value > 50) as majority, count(*) as groups
    from latest
    group by period
)
from mark('latest')
union all
from mark('absent')
union all
from mark('start')
union all
from slots_of('top', 'bottom')
union all
from slots('sums')
union all
from chosen(if(nothing_in('top'), 'case.none', 'case.top'))
order by role desc, period desc, value desc nulls last, series
