-- How far apart three counts of injured at work are in the newest year for which at least two of them exist. One mark is one counting system; a system that published nothing for the year has no value.
with counts as (
    select * exclude (series, measure), 'bureau' as series from official(['injured_total'], $period)
    union all
    select * exclude (series), 'labour_inspection' from spliced(['inspection_injured', 'ministry_injured'], $period)
    union all
    select * exclude (series, measure), 'fprk_monitoring' from printed(['injured'], $period) where series = '_T'
),
known as (from counts where place = country() and sector = '_T'),
shown as (from newest_of_several('known')),
systems as (
    select (select max(period) from shown) as period, country() as place, '_T' as sector, system as series, value, status, source
    from unnest(['bureau', 'labour_inspection', 'fprk_monitoring']) as named (system)
    left join shown on shown.series = system
    where exists (from shown)
),
numbers as (
    select period, place, sector, max(status) as status, max(source) as source, max(value) / min(value) as ratio from shown group by period, place, sector
)
from mark('systems')
union all
from slots_by_series('shown')
union all
from slots('numbers')
union all
from chosen(
    case (select string_agg(series, ' ' order by series) from shown)
        when 'bureau fprk_monitoring labour_inspection' then 'case.three'
        when 'bureau labour_inspection' then 'case.bureau_inspection'
        when 'fprk_monitoring labour_inspection' then 'case.inspection_fprk'
        when 'bureau fprk_monitoring' then 'case.bureau_fprk'
        else 'case.none'
    end
)
order by role desc, list_position(['bureau', 'labour_inspection', 'fprk_monitoring'], series), series
