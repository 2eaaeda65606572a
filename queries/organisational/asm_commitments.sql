-- What does the programme of ASM RF promise most, and how many of its commitments carry a number?
-- One row: the commitments of one direction of the programme.
with directions as (from printed(['asm_commitments'], $period) where series <> '_T'),
total as (from sum_of('directions')),
programme as (
    select
        source, max(value) filter (where measure = 'asm_programme_years') as years,
        max(value) filter (where measure = 'asm_congress_number') as congress,
        count(*) filter (where measure not in ('asm_programme_years', 'asm_congress_number')) as numbered
    from printed(
        [
            'asm_programme_years', 'asm_congress_number', 'dues_share_target', 'target_average_wage_subsistence_multiple',
            'target_minimum_wage_subsistence_multiple'
        ],
        null
    )
    group by source
),
numbers as (select period, place, sector, status, source, years, congress, numbered from total join programme using (source))
from mark('directions')
union all
from slot('total')
union all
from slots('numbers')
union all
from chosen(found_or_none('total'))
order by role desc, value desc, series
