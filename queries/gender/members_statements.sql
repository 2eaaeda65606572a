-- Which shares of women among {@us.en} members have been stated, and what do the printed numbers give? One mark is one statement.
with site as (
    select * replace (if(measure = 'fprk_women_share', 'statement_site_', 'statement_site_second_') || period as series)
    from official(['fprk_women_share', 'fprk_women_share_second_statement'], $period)
    where place = country() and sector = '_T'
),
ratios as (from women_among_members($period)),
computed as (select * replace ('computed_report' as series) from newest('ratios')),
stated as (
    select period, place, sector, series, value, status, source from site
    union all
    select * exclude (measure) replace ('statement_report' as series)
    from printed(['fprk_women_members_share'], $period) semi join computed using (period)
    where place = country() and sector = '_T'
),
report as (from stated where series = 'statement_report'),
top as (from highest('site')),
bottom as (from lowest('site'))
from mark('stated')
union all
from mark('computed')
union all
from slots_of('top', 'bottom', 'report', 'computed')
union all
from chosen(
    case
        when exists (from computed) and exists (from site) then 'case.found'
        when exists (from computed) then 'case.report'
        when exists (from site) then 'case.site'
        else 'case.none'
    end
)
order by
    role desc,
    list_position(['statement_report', 'computed_report'], series) nulls first, period, series
