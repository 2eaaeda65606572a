-- Where does one region (or sector) stand in an exhibit? The exhibit's own query stands where {answer} is named.
-- One row: one line of the exhibit (series …) at its newest period: value, the period before, the country, the rank from the highest.
with answer as (
    {answer}
),
marks as (
    select period, place, sector, {dimensions}, value, status, source
    from answer
    where role = 'mark' and value is not null
),
own as (
    select period, {column}, {dimensions}, value, status, source,
           row_number() over (partition by {column}, {dimensions} order by period desc) as nth
    from marks
    where list_contains($codes, {column})
),
peers as (
    select m.period, m.{column}, {prefixed},
           rank() over (partition by m.period, {prefixed} order by m.value desc) as place_from_top,
           count(*) over (partition by m.period, {prefixed}) as published
    from marks m
    where list_contains($peers, m.{column})
)
select now.period, {of_now}, now.value, now.status, now.source,
       before.period as before_period, before.value as before_value, whole.value as whole_value,
       peers.place_from_top, peers.published
from own now
left join own before on before.nth = 2 and before.{column} = now.{column} and {before_matches}
left join marks whole on whole.{column} = $whole and whole.period = now.period and {whole_matches}
left join peers on peers.{column} = now.{column} and peers.period = now.period and {peers_match}
where now.nth = 1
order by {of_now}
