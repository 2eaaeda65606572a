-- Do the wages of women and men that the government reported to the ILO agree with the Bureau's? One mark is one sex in one source, in the year reported.
with known as (
    select * replace (if(measure = 'average_monthly_wage', 'bureau', 'told_to_ilo') as series)
    from official_by_sex(['average_wage_reported_to_ilo', 'average_monthly_wage'], $period)
    where place = country() and sector = '_T'
),
shown as (from known qualify period = max(period) filter (where series = 'told_to_ilo') over ()),
told as (select *, value as told from shown where series = 'told_to_ilo' and sex in ('F', 'M')),
compared as (select told.*, bureau.value as published from told join shown as bureau on bureau.series = 'bureau' and bureau.sex = told.sex),
sides as (
    select * replace (if(sex = 'F', 'women', 'men') as series) from compared
    union all by name
    select * replace (if(sex = 'F', 'women_bureau', 'men_bureau') as series, published as value) from compared
),
ratio as (from (from official(['women_to_men_wage_ratio'], $period) where place = country() and sector = '_T') semi join shown using (period))
from mark('shown', ['sex'])
union all by name
from slots_by_series('sides')
union all by name
from slot('ratio')
union all by name
from chosen(
    case
        when (select count(*) from sides) < 4 then 'case.none'
        -- The government reports hundreds of tenge.
        when (select bool_and(round(published, -2) = round(told, -2)) from compared) then 'case.agree'
        else 'case.differ'
    end
)
order by role desc, series, list_position(['F', 'M', '_T'], sex)
