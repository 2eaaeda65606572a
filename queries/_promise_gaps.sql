-- How much is missing, in units people understand? `unmet` are targets that are not reached: what remains, in the unit of the measure, since `period`.
-- One row: one of them; `relative` is the gap in per cent of the promised value (of the value, where less is promised).
-- `low` and `high` are the people that a gap of a share stands for, `sizes` by how many sizes of the whole it was reckoned; null where no size is published.
with whole as (
    -- The report gives its membership in several sizes and does not say which is right: none is chosen.
    select 'fprk_youth_share' as measure, left(period, 4) as year, value from membership_sizes where series not like 'stated_%'
    union all
    select 'union_density', period, value * 1000
    from statistics
    where measure = 'employees' and place = country() and sector = '_T' and sex = '_T' and age = '_T' and length(period) = 4 and value > 0
),
nearest as (
    select unmet.key, whole.value
    from unmet
    join whole on whole.measure = unmet.measure and whole.year <= left(unmet.period, 4)
    where unmet.place = country() and unmet.sector = '_T' and unmet.series = '_T'
    qualify whole.year = max(whole.year) over (partition by unmet.key)
),
counted as (
    -- Where the people of the share are themselves counted, they are what is short of the promised share of each size: the printed share fits one of the sizes only.
    select 'fprk_youth_share' as measure, left(period, 4) as year, value
    from figures
    where measure = 'fprk_members' and series = 'under_35' and place = country() and sector = '_T' and is_of_line(source, 'fprk_report') and value is not null
),
short as (
    select
        unmet.key,
        greatest(0, sign(unmet.remaining) * coalesce(unmet.promised / 100 * nearest.value - counted.value, unmet.remaining / 100 * nearest.value)) as people
    from unmet
    join nearest on nearest.key = unmet.key
    left join counted on counted.measure = unmet.measure and counted.year = left(unmet.period, 4)
),
people as (
    select key, min(people) as low, max(people) as high, count(*) as sizes from short group by key
)
select
    unmet.key, 100 * abs(unmet.remaining) / nullif(greatest(abs(unmet.promised), abs(unmet.promised - unmet.remaining)), 0) as relative,
    -- A rounded size of the whole gives no more than rounded people: two digits count.
    round(people.low, least(0, 1 - cast(floor(log10(greatest(people.low, 1))) as integer))) as low,
    round(people.high, least(0, 1 - cast(floor(log10(greatest(people.high, 1))) as integer))) as high,
    people.sizes
from unmet
left join people on people.key = unmet.key
order by unmet.key
