-- Why accidents happened, by the labour inspection, January to June of the newest year and of the one published before it. One mark is one cause in one half-year.
with
known as (
    select
        period,
        case measure
            when 'injury_cause_poor_work_organisation_share_ytd' then 'cause_work_organisation'
            when 'injury_cause_gross_negligence_share_ytd' then 'cause_gross_negligence'
            when 'injury_cause_safety_rules_share_ytd' then 'cause_safety_rules'
            when 'injury_cause_traffic_share_ytd' then 'cause_traffic'
        end as cause,
        value, status, source, dense_rank() over (order by period desc) as recency
    from statistics
    where measure in (
            'injury_cause_poor_work_organisation_share_ytd', 'injury_cause_gross_negligence_share_ytd',
            'injury_cause_safety_rules_share_ytd', 'injury_cause_traffic_share_ytd'
        )
        and place = 'KZ' and sector = '_T' and value is not null and note = 'January-June'
        and ($period is null or left(period, 4) <= $period)
    qualify recency <= 2
),
latest as (
    select period, cause, value, status, source, row_number() over (order by value desc, cause) as position
    from known
    where recency = 1
),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, cause as series, value, status, source, position from latest
    union all
    select 'mark', period, 'KZ', '_T', cause, value, status, source, 9 from known where recency = 2
    union all
    select 'finding', period, 'KZ', '_T', 'top', value, status, source, 9 from latest where position = 1
    union all
    select
        'finding', null, 'KZ', '_T',
        case (select cause from latest where position = 1)
            when 'cause_work_organisation' then 'case.work_organisation'
            when 'cause_gross_negligence' then 'case.gross_negligence'
            when 'cause_safety_rules' then 'case.safety_rules'
            when 'cause_traffic' then 'case.traffic'
            else 'case.none'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, position, series
