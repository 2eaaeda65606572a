-- How many meetings did each kind of council and commission hold in the year, and how many questions did it consider?
-- One row: meetings or questions of one kind of body in the newest year in which the coordination councils are counted.
with published as (
    select f.period,
           case when f.measure like 'coordination_council%' then 'body_coordination'
                when f.measure like 'regional_commission%' then 'body_regional_commissions' else 'body_sectoral_commissions' end as series,
           f.measure, f.value, f.status, f.source
    from figures f
    where f.measure in ('coordination_council_meetings', 'coordination_council_questions', 'regional_commission_meetings', 'regional_commission_questions',
                        'sectoral_commission_meetings', 'sectoral_commission_questions')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.series = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
bodies as (
    select period, series, max(value) filter (where measure like '%_meetings') as meetings, max(value) filter (where measure like '%_questions') as questions,
           max(status) as status, max(source) as source
    from published
    where period = (select max(period) from published where measure = 'coordination_council_meetings')
    group by period, series
),
rates as (
    select *, questions / meetings as value from bodies where meetings > 0 and questions is not null
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, -value as position from rates
    union all
    select 'finding', r.period, 'KZ', '_T', slot.name, slot.value, r.status, r.source, 0
    from rates r
    cross join lateral (values ('meetings', r.meetings), ('questions', r.questions), ('per_meeting', r.value)) as slot (name, value)
    where r.series = 'body_coordination'
    union all
    select 'finding', null, 'KZ', '_T', case when exists (select 1 from rates where series = 'body_coordination') then 'case.councils' else 'case.none' end, null, null, null, 0
)
order by role desc, position, series
