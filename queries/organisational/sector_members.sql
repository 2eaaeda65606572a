-- How many members did sectoral unions state? One row: one statement; the education union stated two sizes within a week.
with
published as (
    select f.period, f.sector, f.value, f.status, f.source, sources.date,
           case when f.sector = 'education' and sources.date < '2023-07-01' then 'education_june_2023'
                when f.sector = 'education' then 'education_july_2023'
                else f.sector || '_' || f.period end as series
    from statistics f
    join sources on sources.source = f.source
    where f.measure = 'sector_union_members' and f.place = 'KZ' and f.sex = '_T' and f.age = '_T' and f.value is not null
        and ($period is null or left(f.period, 4) <= $period)
),
growth as (
    select f.period, f.sector, f.value, f.status, f.source
    from statistics f
    where f.measure = 'sector_union_members_change' and f.place = 'KZ' and f.sector = 'education'
        and ($period is null or left(f.period, 4) <= $period)
),
picked as (select * from published where sector = $sector),
statements as (select count(*) as all_of_them from published),
education as (
    select max(value) filter (where series = 'education_june_2023') as june, max(value) filter (where series = 'education_july_2023') as july
    from published
),
answer as (
    select 'mark' as role, period, 'KZ' as place, sector, series, value, status, source, value as position from published
    union all
    select 'finding', p.period, 'KZ', p.sector, slot.name, slot.number, p.status, p.source, 0
    from published p
    cross join education e
    cross join lateral (values ('june', e.june), ('july', e.july), ('gap', e.june - e.july)) as slot (name, number)
    where p.series = 'education_july_2023'
    union all
    select 'finding', period, 'KZ', sector, 'growth', value, status, source, 0 from growth
    union all
    select 'finding', period, 'KZ', sector, 'now', value, status, source, 0 from (select * from picked order by date desc limit 1)
    union all
    select 'finding', null, 'KZ', cast($sector as varchar), 'asked', null, null, null, 0 where $sector is not null
    union all
    select
        'finding', null, 'KZ', null,
        case
            when not exists (select 1 from published) then 'case.none'
            when $sector is not null and not exists (select 1 from picked) then 'case.unpublished'
            when $sector is not null and $sector <> 'education' then 'case.picked'
            when (select june is not null and july is not null from education) then 'case.two'
            else 'case.one'
        end, null, null, null, 0
)
select role, period, place, sector, series, value, status, source
from answer
order by role desc, position desc, series
