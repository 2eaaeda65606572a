-- How many enterprises run People's Control by the report and by other publications? One mark is one published number; of a picked region its newest number is
-- told beside the country's of the same year.
with known as (
    select * replace ('fprk_report' as series) from printed(['peoples_control_enterprises'], $period) where sector = '_T' and series = '_T'
    union all
    select * replace ('other_publications' as series) from official(['peoples_control_enterprises_published'], $period) where sector = '_T'
),
line as (from known where place = country()),
in_report as (from line where series = 'fprk_report'),
elsewhere as (from line where series = 'other_publications'),
report as (from newest('in_report')),
other as (from newest('elsewhere')),
picked as (from known where place = $place and place <> country() order by period desc, series limit 1),
same_year as (from line semi join picked using (period) order by series limit 1),
now as (from report union all (from other where not exists (from report)))
from mark('line')
union all
from slots_of('now', 'other', 'picked', 'same_year')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when exists (from same_year) then 'case.picked'
        when exists (from picked) then 'case.picked_alone'
        when $place is not null then 'case.unpublished'
        when nothing_in('report') then 'case.published'
        when nothing_in('other') then 'case.report'
        when value_of('report') < value_of('other') then 'case.fewer'
        when value_of('report') > value_of('other') then 'case.more'
        else 'case.equal'
    end
)
order by role desc, series desc, period
