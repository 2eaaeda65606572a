-- Which shares of women among FPRK members have been stated, and what do the printed numbers give? One mark is one statement.
with site as (
    select * replace (if(measure = 'fprk_women_share', 'statement_site_2023', 'statement_site_2023_second') as series)
    from official(['fprk_women_share', 'fprk_women_share_second_statement'], $period)
    where place = 'KZ' and sector = '_T'
),
computed as (select * replace ('computed_report_2025' as series) from women_among_members($period)),
-- The printed share is kept with the check that compares it with the counts.
stated as (
    select period, place, sector, series, value, status, source from site
    union all
    select computed.* replace ('statement_report_2025' as series, checks.printed as value, 'as_printed_disputed' as status)
    from computed
    cross join checks
    where checks."check" = 'gender_women_members_share'
),
report as (from stated where series = 'statement_report_2025'),
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
    list_position(['statement_site_2023', 'statement_site_2023_second', 'statement_report_2025', 'computed_report_2025'], series), period
