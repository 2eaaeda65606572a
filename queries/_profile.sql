-- Where does one region (or one sector) stand in every exhibit that follows the filter? `marks` are the answers of all exhibits together.
-- One row: one line of one exhibit (its series …) at its newest period: value, the period before, the country, the rank from the highest.
-- `code` is the region (or sector) of a mark, `other` the dimension that was not picked.
with own as (
    select *, row_number() over (partition by card, code, other, series, measure, sex, age order by period desc) as nth
    from marks
    where list_contains($codes, code)
),
peers as (
    select card, code, other, series, measure, sex, age, period,
           rank() over (partition by card, other, series, measure, sex, age, period order by value desc) as place_from_top,
           rank() over (partition by card, other, series, measure, sex, age, period order by value) as place_from_bottom,
           count(*) over (partition by card, other, series, measure, sex, age, period) as published
    from marks
    where list_contains($peers, code)
)
select now.card, now.period, now.code, now.other, now.series, now.measure, now.sex, now.age, now.value, now.status, now.source,
       before.period as before_period, before.value as before_value, whole.value as whole_value, peers.place_from_top, peers.place_from_bottom,
       peers.published
from own now
left join own before
    on before.nth = 2 and before.card = now.card and before.code = now.code and before.other = now.other and before.series = now.series
    and before.measure = now.measure and before.sex = now.sex and before.age = now.age
left join marks whole
    on whole.code = $whole and whole.period = now.period and whole.card = now.card and whole.other = now.other and whole.series = now.series
    and whole.measure = now.measure and whole.sex = now.sex and whole.age = now.age
left join peers
    on peers.code = now.code and peers.period = now.period and peers.card = now.card and peers.other = now.other and peers.series = now.series
    and peers.measure = now.measure and peers.sex = now.sex and peers.age = now.age
where now.nth = 1
order by now.card, now.code, now.other, now.series, now.measure, now.sex, now.age
