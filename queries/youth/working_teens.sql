-- What share of the employed are people aged 15 to 17, among women, men and all? One row is one group in one year.
with lines as (
    select * replace (case sex when 'F' then 'girls_15_17' when 'M' then 'boys_15_17' else 'all_15_17' end as series)
    from reported(['working_teen_share'], $period)
    where place = country() and sector = '_T' and age = 'Y15-17' and length(period) = 4
),
groups as (from newest('lines')),
now as (from groups where series = 'all_15_17'),
peak as (from lines where series = 'all_15_17' order by value desc, period desc limit 1),
everyone as (from lines where series = 'all_15_17'),
year_before as (from year_before('everyone')),
-- A doubted number is told as a jump if it is twice the one before it, or half.
doubt as (
    select doubted.* from doubted('now', 'working_teen_share', of_age := 'Y15-17') as doubted
    cross join year_before
    where greatest(doubted.value, year_before.value) >= 2 * least(doubted.value, year_before.value)
)
from mark('lines')
union all
from slots_by_series('groups')
union all
from slots_of('now', 'peak', 'year_before')
union all
from chosen(
    case
        when nothing_in('groups') then 'case.none'
        when (select count(distinct period) from lines) = 1 then 'case.single'
        when exists (from doubt) then 'case.doubted'
        when exists (from peak semi join groups using (period)) then 'case.highest'
        else 'case.below'
    end
)
order by role desc, series, period
