-- Did wage arrears fall by {@us.en}'s report, and how much was returned? One row is one sum: what the report gives for a year, and what the ministry gives for
-- the whole year. A number that a check doubts (it may be a part of the year) is not compared in words.
with report as (from printed(['arrears_volume', 'arrears_returned'], $period) where place = country() and sector = '_T' and series = '_T'),
volume as (select * replace ('report_arrears' as series) from report where measure = 'arrears_volume'),
years as (from last_two('volume')),
now as (from newest('years')),
earlier as (from last_but_one('years')),
returned as (select * replace ('report_returned' as series) from report where measure = 'arrears_returned' and period in (select period from now)),
whole_year as (
    select * replace ('ministry_whole_year' as series, value / 1000.0 as value)
    from official(['arrears_identified'], $period)
    where place = country() and sector = '_T' and period in (select period from now)
),
doubt as (from doubted('now', 'arrears_volume'))
from mark('years')
union all
from mark('returned')
union all
from mark('whole_year')
union all
from change('now', 'last_but_one', 'earlier', decimals := 1) where series not like 'case.%'
union all
from slots_of('returned', 'whole_year')
union all
select chosen.*
from (select 1)
left join now on true
left join earlier on true
left join doubt on true
left join whole_year on true
cross join lateral (
    from chosen(
        case
            when doubt.value is null or earlier.value is null then rise_or_fall(now.value, earlier.value, decimals := 1)
            when whole_year.value is null then 'case.doubted'
            else 'case.part_year'
        end
    )
) as chosen
order by role desc, period desc, list_position(['report_arrears', 'report_returned', 'ministry_whole_year'], series), series
