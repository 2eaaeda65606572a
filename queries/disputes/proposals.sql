-- What numbers do {@us.en.gen} proposals to labour law name, beside the rule in force where the report prints it?
-- One row is one proposal in words; the value is the number proposed (or in force, where a new one is not printed).
with words (measure, series, text_kk, text_ru, text_en) as (
    values
        ('proposed_annual_leave_days', 'annual_leave', 'күнтізбелік күн: {old} → {new}', 'календарных дней: {old} → {new}', 'calendar days: {old} → {new}'),
        ('proposed_wage_ratio_limit', 'wage_ratio', 'шегі: {new} есе', 'предел: {new}-кратный разрыв', 'limit: {new} to one'),
        ('night_pay_multiple', 'night_pay', 'мөлшері: {new} еселенген', 'размер: {new}-кратный', 'rate: {new} times'),
        ('transfer_notice_days', 'transfer_notice', 'хабарлау мерзімі: кемінде {new} жұмыс күні бұрын', 'срок уведомления, рабочих дней: не менее {new}',
         'notice, working days: at least {new}'),
        ('activity_suspension_days', 'suspension', 'мерзімі: ең көбі {new} жұмыс күні', 'срок, рабочих дней: до {new}', 'working days: up to {new}'),
        ('limitation_period_labour', 'claim_period', 'мерзімі, жыл: {old}; {@us.kk} оны ұзартуды қолдайды, жаңа мерзім көрсетілмеген',
         'срок, лет: {old}; {@us.ru} — за увеличение, новый срок не указан', 'years: {old}; {@us.en} is for a longer one, the new period is not stated'),
        ('strike_signature_threshold', 'strike_signatures', 'қызметкерлер қолының {old} %-ы туралы талапты қайта қарау; жаңа шегі көрсетілмеген',
         'пересмотреть требование {old} % подписей работников; новый порог не указан',
         'review the rule of {old}% of workers’ signatures; the new threshold is not stated')
),
named as (from printed((select list(measure) from words), $period) where place = country() and sector = '_T'),
known as (from newest('named')),
numbers as (
    select
        measure, period, place, sector, status, source, max(value) filter (where series = 'current') as leave_now,
        max(value) filter (where series = 'proposed') as leave_proposed
    from known
    group by all
),
shown as (
    select
        numbers.period, place, sector, words.series, coalesce(leave_proposed, leave_now) as value, status, source,
        columns(words.* exclude (measure, series))
            .replace('{old}', coalesce(printf('%d', cast(leave_now as integer)), '')).replace('{new}', coalesce(printf('%d', cast(leave_proposed as integer)), ''))
    from numbers
    join words using (measure)
),
counted as (select max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as proposals
    from shown having count(*) > 0),
leave as (select * exclude (measure) from numbers where measure = 'proposed_annual_leave_days')
from mark('shown', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots('counted')
union all by name
from slots('leave')
union all by name
from chosen(if(exists (from counted), 'case.leave', 'case.none'))
order by role desc, series, period
