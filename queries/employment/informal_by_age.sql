-- At which age is informal and unproductive employment most common? One row is one age group and one of the two shares in the newest year.
with line as (
    select f.measure, f.period, f.age, f.value, f.status, f.source
    from statistics f
    where f.measure in ('informal_employment_share', 'unproductive_employment_share') and f.place = 'KZ' and f.sector = '_T'
        and f.sex = '_T' and f.age <> '_T' and ($period is null or left(f.period, 4) <= $period)
),
newest as (select max(period) as period from line where measure = 'informal_employment_share' having count(*) > 0),
shown as (select line.* from line join newest on newest.period = line.period),
told as (
    select case age when 'Y16-24' then 'young' when 'Y35-44' then 'middle' else 'older' end as series, period, value, status, source
    from shown where measure = 'informal_employment_share' and age in ('Y16-24', 'Y35-44', 'Y55-64')
)
select 'mark' as role, period, 'KZ' as place, '_T' as sector, '_T' as series, value, status, source, measure, age from shown
union all
select 'finding', period, 'KZ', '_T', series, value, status, source, null, null from told
union all
select 'finding', null, 'KZ', '_T', case when (select count(*) from told) = 3 then 'case.found' else 'case.none' end, null, null, null, null, null
-- Groups from young to old; 65 and over is the last.
order by 1 desc, replace(age, 'Y_GE65', 'Y65'), measure
