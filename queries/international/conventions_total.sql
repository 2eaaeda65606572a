-- How many ILO conventions has each country ratified? One row is one country in the newest year that is published for it.
with
published as (
    select period, place, value, status, source from figures
    where measure = 'ilo_ratified_total' and value is not null
    union all
    select period, place, value, status, source from statistics
    where measure = 'ilo_ratified_total' and value is not null
),
shown as (
    -- Of two numbers for one year the country's own comes before the one quoted by others.
    select * from published
    where $period is null or left(period, 4) <= $period
    qualify row_number() over (partition by place order by period desc, case when status = 'final' then 0 else 1 end, source) = 1
),
here as (select * from shown where place = 'KZ'),
top as (select * from shown order by value desc, place limit 1),
answer as (
    select 'mark' as role, period, place, '_T' as sector, '_T' as series, value, status, source, 1 as block from shown
    union all
    select 'finding', period, place, '_T', 'now', value, status, source, 2 from here
    union all
    select 'finding', period, place, '_T', 'top', value, status, source, 2 from top
    union all
    select
        'finding', null, 'KZ', '_T',
        case
            when not exists (select 1 from shown) then 'case.none'
            when not exists (select 1 from here) then 'case.others'
            when (select place from top) = 'KZ' then 'case.only'
            else 'case.beside'
        end, null, null, null, 3
)
select role, period, place, sector, series, value, status, source
from answer
order by block, value desc nulls last, place
