-- What did sectoral unions say of their sector's commission: did it meet, does it exist, is the union in it? One row: one answer, in unions.
with
published as (
    select f.period, f.sector, f.series, f.value, f.status, f.source
    from figures f
    where f.measure = 'sectoral_commission_unions' and f.place = 'KZ' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
    qualify f.period = max(f.period) over ()
),
whole as (select * from published where sector = '_T'),
questions as (
    select f.value, f.period, f.status, f.source
    from figures f
    where f.measure = 'sectoral_commission_questions' and f.place = 'KZ' and f.series = '_T' and f.period = (select max(period) from whole)
),
picked as (select * from published where sector = $sector),
answer as (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source,
           case series when 'commission_met' then 1 when 'commission_for_agreement' then 2 when 'commission_not_met' then 3
                       when 'commission_absent' then 4 else 5 end as position
    from whole
    where series <> '_T'
    union all
    select 'finding', period, 'KZ', '_T',
           case series when '_T' then 'informed' when 'commission_met' then 'met' when 'commission_not_met' then 'not_met'
                       when 'commission_absent' then 'absent' when 'commission_for_agreement' then 'for_agreement' else 'outside' end,
           value, status, source, 9
    from whole
    union all
    select 'finding', period, 'KZ', '_T', 'questions', value, status, source, 9 from questions
    union all
    select 'finding', max(period), 'KZ', cast($sector as varchar), 'here', sum(value), max(status), max(source), 9 from picked where $sector is not null
    union all
    select
        'finding', null, 'KZ', null,
        case
            when not exists (select 1 from whole) then 'case.none'
            when $sector is null then 'case.country'
            when not exists (select 1 from picked) then 'case.not_named'
            when (select count(*) from picked) > 1 then 'case.agreement_and_outside'
            when exists (select 1 from picked where series = 'commission_not_met') then 'case.not_met'
            when exists (select 1 from picked where series = 'commission_absent') then 'case.absent'
            when exists (select 1 from picked where series = 'commission_for_agreement') then 'case.agreement'
            else 'case.outside'
        end, null, null, null, 9
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, position
