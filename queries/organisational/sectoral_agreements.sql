-- Which sectors have a sectoral agreement, and for which term? One row: one union sector and one term; the value is the number of unions named for it.
with known as (from printed(['sectoral_agreement_unions'], $period) where place = country()),
named as (from newest('known')),
report as (select period, source from sum_of('named')),
cells as (
    select
        report.period, country() as place, sectors.sector, terms.series, named.value, named.status, coalesce(named.source, report.source) as source,
        if(named.value is null, 'unknown', 'yes') as state, false as wanted
    from report
    cross join (select distinct sector from sectors where kind = 'union') as sectors
    cross join (select distinct series from named where sector <> '_T') as terms
    left join named using (sector, series)
),
numbers as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source,
        count(distinct sector) filter (where value is not null) as named
    from cells
    having count(*) > 0
),
-- The term is told as a span of years: 24-26 are the last digits of the first and the last one.
here as (
    select * replace ('20' || left(series, 2) || '/20' || right(series, 2) as period, if(row_number() over (order by series) = 1, 'here', 'then') as series)
    from cells
    where sector = $sector and value is not null
)
from mark('cells', ['state', 'wanted'])
union all by name
from slots('numbers')
union all by name
from slots_by_series('here')
union all by name
from asked(null, $sector)
union all by name
from chosen(
    case
        when nothing_in('named') then 'case.none'
        when $sector is null then 'case.top'
        else ['case.missing', 'case.one_term', 'case.two_terms'][1 + (select count(*) from here)]
    end
)
order by role desc, min(if(value is null, null, series)) over (partition by role, sector) nulls last, sector, series
