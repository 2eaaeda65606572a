-- How did court cases with the Legal Clinic's lawyers end, by region?
-- One row: one outcome in one region or in the country, with its share of the place's cases; an empty cell of the report's table gives no row.
with newest as (
    select max(period) as period
    from figures
    where measure = 'court_cases' and sector = '_T' and place <> 'KZ' and value is not null
      and ($period is null or left(period, 4) <= $period)
    having count(*) > 0
),
cases as (
    select f.period, f.place, f.series, f.value, f.status, f.source,
           f.value / sum(f.value) over (partition by f.place) * 100 as share, sum(f.value) over (partition by f.place) as all_cases
    from figures f
    join newest n on n.period = f.period
    where f.measure = 'court_cases' and f.sector = '_T' and f.value is not null and f.series in ('favourable', 'unfavourable', 'in_progress')
),
by_place as (
    select place, max(period) as period, max(status) as status, max(source) as source,
           max(value) filter (where series = 'favourable') as won, max(value) filter (where series = 'unfavourable') as lost,
           max(value) filter (where series = 'in_progress') as still_open
    from cases
    group by place
),
country as (
    select period, status, source, won, lost, still_open, won / (won + lost) * 100 as won_share from by_place where place = 'KZ'
),
worst as (
    select place, won, lost from by_place where place <> 'KZ' and lost is not null order by lost desc, place limit 1
)
select role, period, place, sector, series, value, status, source, share
from (
    select 'mark' as role, period, place, '_T' as sector, series, value, status, source, share,
           if(place = 'KZ', 0, 1) as block, all_cases, case series when 'favourable' then 1 when 'unfavourable' then 2 else 3 end as position
    from cases
    union all
    select 'finding', c.period, 'KZ', '_T', slot.name, slot.value, c.status, c.source, null, 9, 0, 9
    from country c
    cross join lateral (
        values ('won', c.won), ('lost', c.lost), ('done', c.won + c.lost), ('won_share', c.won_share)
    ) as slot (name, value)
    union all
    select 'finding', c.period, w.place, '_T', slot.name, slot.value, c.status, c.source, null, 9, 0, 9
    from country c
    cross join worst w
    cross join lateral (
        values ('worst_won', w.won), ('worst_lost', w.lost), ('rest_won', c.won - w.won), ('rest_done', c.won + c.lost - w.won - w.lost)
    ) as slot (name, value)
    union all
    select 'finding', b.period, b.place, '_T', slot.name, slot.value, b.status, b.source, null, 9, 0, 9
    from by_place b
    cross join lateral (
        values ('here_won', b.won), ('here_lost', b.lost), ('here_open', b.still_open)
    ) as slot (name, value)
    where b.place = $place
    union all
    select 'finding', null, $place, '_T', 'here', null, null, null, null, 9, 0, 9 where $place is not null
    union all
    select 'finding', null, coalesce($place, 'KZ'), '_T',
           case when not exists (select 1 from country) then 'case.none'
                when $place is not null and $place in (select place from by_place) then 'case.region'
                when $place is not null then 'case.absent'
                when (select w.won is not null and w.lost * 2 > c.lost from worst w cross join country c) then 'case.one_region'
                else 'case.country' end,
           null, null, null, null, 9, 0, 9
)
order by role desc, block, all_cases desc, place, position
