-- At enterprises with which unions did labour conflicts take place: {@us.en.gen}, other unions, none? One row is one kind of enterprise in one year, with its share
-- of the year’s conflicts; in a year for which only {@us.en.gen} part is printed the others stand together. A region that has no such parts leaves the country in
-- sight.
with known as (from printed(['labour_conflicts'], $period) where sector = '_T'),
spoken as (from known where place = coalesce((select max(place) from known where place = $place and series = 'with_fprk_union'), country())),
counts as (from with_and_without('spoken')),
parts as (from groups_by_union('spoken')),
said as (select * replace (if(series = 'with_fprk_union', 'fprk', 'others') as series) from by_union('counts')),
changes as (from change_of_each('said')),
now as (select * replace (share as value) from newest('said') where series = 'fprk')
from mark('parts', ['share'])
union all by name
from slots_of_two_periods('said')
union all by name
from slot('share', 'now')
union all by name
from asked($place, null)
union all by name
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when (select count(*) from counts) = 1 then 'case.single'
        when $place = (select place from now) then 'case.here'
        when $place is not null then 'case.missing'
        when (select bool_and(if(series = 'fprk', value > 0, value < 0)) from changes) then 'case.apart'
        else 'case.country'
    end
)
order by role desc, period desc, list_position(['with_fprk_union', 'with_other_union', 'no_union', 'without_fprk_union'], series)
