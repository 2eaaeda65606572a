-- Which of its awards did the Federation give in the year, and to how many people?
-- One row: one kind of award in the newest year.
with published as (
    select f.measure, f.period,
           case f.measure when 'fprk_jubilee_medals' then 'medal_jubilee' when 'fprk_foreign_awards' then 'medal_solidarity' else f.series end as series,
           f.value, f.status, f.source
    from figures f
    where f.measure in ('fprk_awards', 'fprk_jubilee_medals', 'fprk_foreign_awards')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
newest as (
    select * from published where period = (select max(period) from published)
),
kinds as (
    select * from newest where series <> '_T'
),
numbers as (
    select max(k.period) as period, max(k.status) as status, max(k.source) as source, sum(k.value) as all_awards,
           max(k.value) filter (where k.series = 'medal_jubilee') as jubilee, max(t.value) as total
    from kinds k
    left join newest t on t.series = '_T'
    having count(*) > 0
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, -value as position from kinds
    union all
    select 'finding', n.period, 'KZ', '_T', slot.name, slot.value, n.status, n.source, 0
    from numbers n
    cross join lateral (values ('all_awards', n.all_awards), ('jubilee', n.jubilee), ('total', n.total)) as slot (name, value)
    union all
    select 'finding', null, 'KZ', '_T',
           case when not exists (select 1 from numbers) then 'case.none'
                when (select jubilee is not null and total is not null from numbers) then 'case.jubilee'
                else 'case.awards' end,
           null, null, null, 0
)
order by role desc, position, series
