-- How many questions did the regional tripartite commissions consider, and how many of them did unions raise? One row: one part in one year, with its share.
with years as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        max(value) filter (where measure = 'regional_commission_questions' and series = '_T') as total,
        max(value) filter (where series = 'raised_by_unions') as raised,
        max(value) filter (where measure = 'regional_commission_meetings' and series = '_T') as meetings
    from printed(['regional_commission_questions', 'regional_commission_meetings'], $period)
    where place = country() and sector = '_T'
    group by all
    having raised is not null and total > 0
),
parts as (
    select *, 'raised_by_unions' as series, raised as value from years
    union all
    select *, 'raised_by_others', total - raised from years
),
shares as (from parts_of('parts')),
now as (select * exclude (meetings), 100.0 * raised / total as share, total / meetings as per_meeting from newest('years'))
from mark('shares', ['share'])
union all by name
from slots('now')
union all by name
from chosen(found_or_none('now'))
order by role desc, period desc, series desc
