-- What share of labour conflicts was settled before a strike at enterprises with FPRK unions and at the others? One row is one kind of enterprise in one of the two newest
-- years; the others are the total less FPRK’s part.
with known as (
    from printed(['labour_conflicts', 'labour_conflicts_resolved'], $period) where place = 'KZ' and sector = '_T' and series in ('_T', 'with_fprk_union')
),
counts as (from with_and_without('known')),
groups as (from by_union('counts')),
settled as (from ratio_of('groups', 'labour_conflicts_resolved', 'labour_conflicts')),
years as (from last_two('settled')),
said as (select * replace (if(series = 'with_fprk_union', 'fprk', 'others') as series) from years),
ahead as (select period, arg_max(series, value) as leader from said group by period)
from mark('years')
union all
from slots_of_two_periods('said')
union all
from chosen(
    case
        when (select arg_min(leader, period) = 'others' and arg_max(leader, period) = 'fprk' from ahead) then 'case.overtook'
        else change_or_single('years')
    end
)
order by role desc, series, period desc
