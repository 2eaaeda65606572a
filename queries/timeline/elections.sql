-- How long before an election did {@us.en} address voters and parties? One mark is one dated event of the address.
with dated as (
    select period, place, sector, kind as series, cast(null as double) as value, 'final' as status, source, text_kk, text_ru, text_en
    from events
    where is_of_line(source, 'fprk_elections') and length(period) = 10 and ($period is null or left(period, 4) <= $period)
    -- The newest address.
    qualify left(period, 4) = max(left(period, 4)) over ()
),
vote as (from newest('dated')),
address as (from first('dated')),
days as (select vote.* replace (cast(cast(vote.period as date) - cast(address.period as date) as double) as value) from vote cross join address),
terms as (from printed(['deputies_term'], $period) where place = country()),
term as (from newest('terms'))
from mark('dated', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slot('address')
union all by name
from slot('vote')
union all by name
from slot('days')
union all by name
from slot('term')
union all by name
from chosen(if(nothing_in('days') or nothing_in('term'), 'case.none', 'case.all'))
order by role desc, period, text_en
