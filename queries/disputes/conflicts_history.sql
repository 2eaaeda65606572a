-- How did the number of labour conflicts in {@us.en.gen} monitoring change over the years published? One row is the country or a region in one year; years before the
-- report come from {@us.en.gen} own publications and are told apart: nothing is compared over the break between the two. A region without a number leaves the country
-- in the sentence.
with line as (
    from printed(['labour_conflicts'], $period) where sector = '_T' and series = '_T'
    union all
    from official(['labour_conflicts_fprk'], $period) where sector = '_T'
),
spoken as (from line where place = coalesce((select max(place) from line where place = $place), country())),
comparable as (from since_last_break('spoken', ['labour_conflicts'])),
before_break as (from spoken anti join comparable using (period)),
now as (from newest('comparable')),
start as (from first('comparable')),
older as (from newest('before_break'))
from mark('line')
union all
from slot('first', 'start')
union all
from slots_of('now', 'older')
union all
from asked($place, null)
union all
from chosen(
    case
        when nothing_in('now') then 'case.none'
        when nothing_in('start') then 'case.single'
        when $place = (select place from now) and nothing_in('older') then 'case.here_alone'
        when $place = (select place from now) then 'case.here'
        when $place is not null then 'case.missing'
        when nothing_in('older') then 'case.country_alone'
        else 'case.country'
    end
)
order by role desc, place, period, series
