-- What numbers do FPRK's proposals to labour law name, beside the rule in force where the report prints it?
-- One row: one proposal in words; the value is the number proposed (or in force, where a new one is not printed).
with published as (
    select f.period, f.measure, f.status, f.source,
           max(f.value) filter (where f.series = 'current') as now_in_force,
           max(f.value) filter (where f.series = 'proposed') as proposed
    from figures f
    where f.measure in ('proposed_annual_leave_days', 'proposed_wage_ratio_limit', 'night_pay_multiple', 'transfer_notice_days',
                        'activity_suspension_days', 'strike_signature_threshold', 'limitation_period_labour')
      and f.place = 'KZ'
      and f.sector = '_T'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
    group by f.period, f.measure, f.status, f.source
),
written as (
    select period, status, source, coalesce(proposed, now_in_force) as value,
           case measure when 'proposed_annual_leave_days' then 'annual_leave' when 'proposed_wage_ratio_limit' then 'wage_ratio'
                        when 'night_pay_multiple' then 'night_pay' when 'transfer_notice_days' then 'transfer_notice'
                        when 'activity_suspension_days' then 'suspension' when 'limitation_period_labour' then 'claim_period'
                        else 'strike_signatures' end as series,
           coalesce(cast(cast(now_in_force as integer) as varchar), '') as old_number,
           coalesce(cast(cast(proposed as integer) as varchar), '') as new_number
    from published
),
shown as (
    select period, status, source, value, series,
           case series
               when 'annual_leave' then 'күнтізбелік күн: ' || old_number || ' → ' || new_number
               when 'wage_ratio' then 'шегі: ' || new_number || ' есе'
               when 'night_pay' then 'мөлшері: ' || new_number || ' еселенген'
               when 'transfer_notice' then 'хабарлау мерзімі: кемінде ' || new_number || ' жұмыс күні бұрын'
               when 'suspension' then 'мерзімі: ең көбі ' || new_number || ' жұмыс күні'
               when 'claim_period' then 'мерзімі, жыл: ' || old_number || '; ҚРКФ оны ұзартуды қолдайды, жаңа мерзім басылмаған'
               else 'қызметкерлер қолының ' || old_number || ' %-ы туралы талапты қайта қарау; жаңа шегі басылмаған'
           end as text_kk,
           case series
               when 'annual_leave' then 'календарных дней: ' || old_number || ' → ' || new_number
               when 'wage_ratio' then 'предел: ' || new_number || '-кратный разрыв'
               when 'night_pay' then 'размер: ' || new_number || '-кратный'
               when 'transfer_notice' then 'срок уведомления, рабочих дней: не менее ' || new_number
               when 'suspension' then 'срок, рабочих дней: до ' || new_number
               when 'claim_period' then 'срок, лет: ' || old_number || '; ФПРК — за увеличение, новый срок не напечатан'
               else 'пересмотреть требование ' || old_number || ' % подписей работников; новый порог не напечатан'
           end as text_ru,
           case series
               when 'annual_leave' then 'calendar days: ' || old_number || ' → ' || new_number
               when 'wage_ratio' then 'limit: ' || new_number || ' to one'
               when 'night_pay' then 'rate: ' || new_number || ' times'
               when 'transfer_notice' then 'notice, working days: at least ' || new_number
               when 'suspension' then 'working days: up to ' || new_number
               when 'claim_period' then 'years: ' || old_number || '; FPRK is for a longer one, the new period is not printed'
               else 'review the rule of ' || old_number || '% of workers’ signatures; the new threshold is not printed'
           end as text_en
    from written
),
counted as (
    select max(period) as period, max(source) as source, cast(count(*) as double) as proposals from shown having count(*) > 0
)
select role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from (
    select 'mark' as role, period, 'KZ' as place, '_T' as sector, series, value, status, source, text_kk, text_ru, text_en from shown
    union all
    select 'finding', period, 'KZ', '_T', 'proposals', proposals, 'final', source, null, null, null from counted
    union all
    select 'finding', w.period, 'KZ', '_T', slot.name, cast(slot.number as double), w.status, w.source, null, null, null
    from written w
    cross join lateral (values ('leave_now', w.old_number), ('leave_proposed', w.new_number)) as slot (name, number)
    where w.series = 'annual_leave'
    union all
    select 'finding', null, 'KZ', '_T', if(exists (select 1 from counted), 'case.leave', 'case.none'), null, null, null, null, null, null
)
order by role desc, series
