-- How did members and employees develop in a regional organisation of ASM RF?
-- One row: members or employees of the enterprises in the first or the newest year.
with ends as (
    from official(['asm_regional_members', 'asm_regional_sector_employees'], $period)
    where place = 'RU-ULY'
    qualify period in (min(period) over (), max(period) over ())
),
lines as (select * replace (if(measure = 'asm_regional_members', 'asm_members', 'asm_employees') as series) from ends),
members as (from ends where measure = 'asm_regional_members'),
shares as (from ratio_of('ends', 'asm_regional_members', 'asm_regional_sector_employees')),
now as (from newest('members')),
start as (from first('members')),
share as (from newest('shares')),
share_first as (from first('shares'))
from mark('lines')
union all
from slots_of('now', 'share', 'share_first')
union all
from slot('first', 'start')
union all
from chosen(
    case
        when nothing_in('share') then 'case.none'
        when nothing_in('share_first') then 'case.single'
        when value_of('share') < value_of('share_first') then 'case.fell'
        else 'case.other'
    end
)
order by role desc, series, period
