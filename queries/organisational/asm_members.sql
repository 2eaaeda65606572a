-- How did members and employees develop in a regional organisation of ASM RF?
-- One row: members or employees of the enterprises in the first or the newest year.
with published as (
    select if(f.measure = 'asm_regional_members', 'asm_members', 'asm_employees') as series, f.period, f.place, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure in ('asm_regional_members', 'asm_regional_sector_employees')
      and f.place = 'RU-ULY'
      and f.value is not null
      and ($period is null or left(f.period, 4) <= $period)
),
ends as (
    select * from published where period in ((select min(period) from published), (select max(period) from published))
),
density as (
    select period, max(place) as place, max(sector) as sector, max(status) as status, max(source) as source,
           max(value) filter (where series = 'asm_members') as members,
           max(value) filter (where series = 'asm_members') / max(value) filter (where series = 'asm_employees') * 100 as value,
           row_number() over (order by period desc) as age
    from ends
    group by period
)
select role, period, place, sector, series, value, status, source
from (
    select 'mark' as role, period, place, sector, series, value, status, source from ends
    union all
    select 'finding', period, place, sector, if(age = 1, 'share_now', 'share_before'), value, status, source from density
    union all
    select 'finding', period, place, sector, if(age = 1, 'now', 'before'), members, status, source from density
    union all
    select 'finding', null, 'RU-ULY', 'ORG_ASM_RF',
           case when not exists (select 1 from density where value is not null) then 'case.none'
                when (select count(*) from density) = 1 then 'case.one_year'
                when (select max(value) filter (where age = 1) < max(value) filter (where age = 2) from density) then 'case.fell'
                else 'case.other' end,
           null, null, null
)
order by role desc, series, period
