-- How many meetings did each kind of council and commission hold in the year, and how many questions did it consider?
-- One row: meetings or questions of one kind of body in the newest year in which the coordination councils are counted.
with known as (
    select
        * replace (
            case
                when measure like 'coordination_council%' then 'body_coordination'
                when measure like 'regional_commission%' then 'body_regional_commissions'
                else 'body_sectoral_commissions'
            end as series,
            if(measure like '%_meetings', 'meetings', 'questions') as measure
        )
    from printed(
        [
            'coordination_council_meetings', 'coordination_council_questions', 'regional_commission_meetings', 'regional_commission_questions',
            'sectoral_commission_meetings', 'sectoral_commission_questions'
        ],
        $period
    )
    where place = country() and sector = '_T' and series = '_T'
),
counts as (from known where period = (select max(period) from known where series = 'body_coordination' and measure = 'meetings')),
rates as (from ratio_of('counts', 'questions', 'meetings', factor := 1)),
councils as (from rates where series = 'body_coordination'),
regional as (from rates where series = 'body_regional_commissions'),
sectoral as (from rates where series = 'body_sectoral_commissions')
from mark('rates')
union all
from slots_of('councils', 'regional', 'sectoral')
union all
from chosen(case when nothing_in('councils') then 'case.none' when nothing_in('regional') or nothing_in('sectoral') then 'case.councils' else 'case.found' end)
order by role desc, value desc, series
