-- To how many workers were wages returned, by {@us.en}'s report? One row is one year; a single year says nothing. A number that a check doubts (it may be a part
-- of the year) is not compared in words: the ministry's number for the whole year is told beside it.
with workers as (
    from printed(['arrears_workers_restored'], $period)
    where place = country() and sector = '_T' and series = '_T'
    qualify count(*) over () > 1
),
now as (from newest('workers')),
earlier as (from last_but_one('workers')),
doubt as (from doubted('now', 'arrears_workers_restored')),
whole_year as (from (from official(['arrears_workers_repaid'], $period) where place = country() and sector = '_T') semi join doubt using (period))
from mark('workers')
union all
from change('now', 'last_but_one', 'earlier') where series not like 'case.%'
union all
from slot('whole_year')
union all
select chosen.*
from (select 1)
left join now on true
left join earlier on true
left join whole_year on true
cross join lateral (from chosen(if(whole_year.value is null, rise_or_fall(now.value, earlier.value), 'case.part_year'))) as chosen
order by role desc, period, series
