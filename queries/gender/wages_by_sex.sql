-- What do women and men earn a month on average? One row is one sex in one year.
with line as (
    select * replace (if(sex = 'F', 'women', 'men') as series)
    from official_by_sex(['average_monthly_wage'], $period)
    where place = country() and sector = '_T' and sex <> '_T' and length(period) = 4
),
now as (from newest('line')),
pay as (select * replace ('_T' as series) from now),
gap as (select period, place, sector, status, source, women, men, value as less from gap_of_women_and_men('pay'))
from mark('line')
union all
from slots('gap')
union all
from chosen(case when nothing_in('gap') then 'case.none' when exists (from gap where less > 0) then 'case.less' else 'case.not_less' end)
order by role desc, series desc, period
