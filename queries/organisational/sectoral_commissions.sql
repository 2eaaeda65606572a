-- What did sectoral unions say of their sector's commission: did it meet, does it exist, is the union in it? One row: one answer, in unions.
with known as (from printed(['sectoral_commission_unions', 'sectoral_commission_questions'], $period) where place = country()),
unions as (from known where measure = 'sectoral_commission_unions'),
told as (from newest('unions')),
whole as (from told where sector = '_T'),
answers as (from whole where series <> '_T'),
informed as (from whole where series = '_T'),
questions as (from known where measure = 'sectoral_commission_questions' and series = '_T' and period in (select period from whole)),
own as (from told where sector = $sector),
here as (from sum_of('own'))
from mark('answers')
union all
from slots_by_series('answers')
union all
from slots_of('informed', 'questions', 'here')
union all
from asked(null, $sector)
union all
from chosen(
    case
        when nothing_in('whole') then 'case.none'
        when $sector is null then 'case.top'
        when nothing_in('own') then 'case.missing'
        when (select count(*) from own) > 1 then 'case.agreement_and_outside'
        when exists (from own where series = 'commission_not_met') then 'case.not_met'
        when exists (from own where series = 'commission_absent') then 'case.absent'
        when exists (from own where series = 'commission_for_agreement') then 'case.agreement'
        else 'case.outside'
    end
)
order by
    role desc,
    list_position(['commission_met', 'commission_for_agreement', 'commission_not_met', 'commission_absent', 'not_in_commission'], series), series
