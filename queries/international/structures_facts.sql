-- What is published about the size of the structures, one number after the other? One row is one number of one structure; the document and other sources are kept apart.
with shown as (
    select * replace (if(series = '_T', 'told_by_document', series) as series)
    from printed(['org_members', 'org_countries', 'org_trained', 'org_congress_number', 'org_congress_participants', 'org_congress_countries'], $period)
    union all
    select * replace ('told_by_others' as series)
    from official(['org_members', 'org_countries', 'org_affiliates', 'org_agreement_countries', 'org_women_share'], $period)
),
affiliates as (select * replace ('_Z' as place) from shown where measure = 'org_affiliates'),
newest_affiliates as (from newest_of_each('affiliates')),
top as (from highest('newest_affiliates')),
counted as (
    select
        max(period) as period, '_Z' as place, '_T' as sector, 'final' as status, max(source) as source, count(distinct shown.sector) as structures, count(*) as numbers
    from shown
    having count(*) > 0
)
from mark('shown', ['measure'])
union all by name
from slots('counted')
union all by name
from slot('top')
union all by name
from chosen(case when nothing_in('shown') then 'case.none' when exists (from top) then 'case.affiliates' else 'case.listed' end)
order by role desc, sector, measure, period, source, series
