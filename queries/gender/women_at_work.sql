-- What share are women among the employed, among employees and among {@us.en} members? One mark is one group in its newest year; the members' share is women
-- / all members as printed.
with known as (
    select * replace (replace(measure, 'women_share_', 'women_of_') as series)
    from official_by_sex(['women_share_employed', 'women_share_employees', 'women_share_survey_employees'], $period)
    where place = country() and sector = '_T' and sex = 'F'
),
groups as (from newest_of_each('known')),
shares as (select * replace ('women_of_fprk_members' as series) from women_among_members($period)),
members as (from newest('shares')),
employees as (from groups where series = 'women_of_employees')
from mark('groups')
union all
from mark('members')
union all
from slots_of('members', 'employees')
union all
from chosen(case when nothing_in('employees') then 'case.none' when exists (from members) then 'case.both' else 'case.employees' end)
order by role desc, value desc, series
