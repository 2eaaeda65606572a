-- Do the wages of women and men that the government reported to the ILO agree with the Bureau's? One mark is one sex in one source, in the year reported.
with known as (
    select * replace (if(measure = 'average_monthly_wage', 'bureau', 'told_to_ilo') as series)
    from official_by_sex(['average_wage_reported_to_ilo', 'average_monthly_wage'], $period)
    where place = 'KZ' and sector = '_T'
),
shown as (from known qualify period = max(period) filter (where series = 'told_to_ilo') over ()),
computed as (select * replace (100.0 * women / men as value) from gap_of_women_and_men('shown') where series = 'told_to_ilo'),
printed as (from (from official(['women_to_men_wage_ratio'], $period) where place = 'KZ' and sector = '_T') semi join shown using (period))
from mark('shown', ['sex'])
union all by name
from slot('computed')
union all by name
from slot('printed')
union all by name
from chosen(if(nothing_in('computed') or nothing_in('printed'), 'case.none', 'case.found'))
order by role desc, series, list_position(['F', 'M', '_T'], sex)
