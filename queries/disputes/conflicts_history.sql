-- How did the number of labour conflicts in FPRK’s monitoring change over the years published? One row is the country or a region in one year; years before the report
-- come from FPRK’s own publications. A region without a number leaves the country in the sentence.
with line as (
    from printed(['labour_conflicts'], $period) where sector = '_T' and series = '_T'
    union all
    from official(['labour_conflicts_fprk'], $period) where sector = '_T'
),
spoken as (from line where place = coalesce((select max(place) from line where place = $place), 'KZ')),
now as (from newest('spoken')),
start as (from first('spoken'))
from mark('line')
union all
from slot('first', 'start')
union all
from slot('now')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when nothing_in('start') then 'case.single'
        when $place = (select place from now) then 'case.here'
        when $place is not null then 'case.missing'
        else 'case.country'
    end
)
order by role desc, place, period, series
