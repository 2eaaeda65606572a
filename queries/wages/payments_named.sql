-- Which allowances and payments does the report name? One row is one of them in words.
with printed as (
    select measure, period, sector, value, status, source,
        case when value = round(value) then cast(cast(value as integer) as varchar) else cast(value as varchar) end as number
    from figures
    where measure in ('forest_rural_allowance', 'special_social_payment_age', 'special_social_payment_average',
                        'special_social_payment_recipients', 'employer_pension_payments')
        and place = country() and series = '_T' and value is not null and ($period is null or left(period, 4) <= $period)
    qualify period = max(period) over (partition by measure)
),
worded as (
    select period, value, status, source,
        case measure
            when 'forest_rural_allowance' then 'forest_allowance' when 'special_social_payment_age' then 'special_payment_age'
            when 'special_social_payment_average' then 'special_payment_average' when 'special_social_payment_recipients' then 'special_payment_recipients'
            else 'occupational_pension_payments'
        end as series,
        case measure
            when 'forest_rural_allowance' then 'ауылдағы қызметкерлердің айлықақысына: ' || number || ' %; есепте бұл мөлшері ме, өсімі ме — анық емес'
            when 'special_social_payment_age' then number || ' жасқа толғанда, зиянды, қауіпті және ауыр еңбек үшін'
            when 'special_social_payment_average' then 'орташа, шамамен ' || number || ' мың {@money.en}'
            when 'special_social_payment_recipients' then 'шамамен ' || cast(cast(value / 1000 as integer) as varchar) || ' мың қызметкер'
            else replace(number, '.', ',') || ' млрд {@money.en}, ' || left(period, 4) || ' жылғы 1 қаңтарға'
        end as text_kk,
        case measure
            when 'forest_rural_allowance' then 'к окладу работников на селе: ' || number || ' %; размер это или прибавка, отчёт не уточняет'
            when 'special_social_payment_age' then 'с ' || number || ' лет, за вредный, опасный и тяжёлый труд'
            when 'special_social_payment_average' then 'в среднем около ' || number || ' тыс. {@money.en}'
            when 'special_social_payment_recipients' then 'около ' || cast(cast(value / 1000 as integer) as varchar) || ' тыс. работников'
            else replace(number, '.', ',') || ' млрд {@money.en} на 1 января ' || left(period, 4) || ' года'
        end as text_ru,
        case measure
            when 'forest_rural_allowance' then 'on the salaries of rural workers: ' || number || '%; its size or its rise, the report does not say'
            when 'special_social_payment_age' then 'from the age of ' || number || ', for harmful, dangerous and heavy work'
            when 'special_social_payment_average' then 'about ' || number || ' thousand {@money.en} on average'
            when 'special_social_payment_recipients' then 'about ' || cast(cast(value / 1000 as integer) as varchar) || ' thousand workers'
            else number || ' billion {@money.en} as of 1 January ' || left(period, 4)
        end as text_en
    from printed
),
average as (select * from printed where measure = 'special_social_payment_average'),
recipients as (select * from printed where measure = 'special_social_payment_recipients')
select 'mark' as role, period, country() as place, '_T' as sector, series, value, status, source, text_kk, text_ru, text_en from worded
union all
select 'finding', period, country(), '_T', 'average', value, status, source, null, null, null from average
union all
select 'finding', period, country(), '_T', 'recipients', value, status, source, null, null, null from recipients
union all
select
    'finding', null, country(), '_T', case when exists (select 1 from average, recipients) then 'case.found' else 'case.none' end,
    null, null, null, null, null, null
order by
    1 desc,
    list_position(
        ['special_payment_age', 'special_payment_average', 'special_payment_recipients', 'occupational_pension_payments', 'forest_allowance'], series
    )
