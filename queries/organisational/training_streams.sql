-- How many people did each stream of training and legal education reach, as the sections of the report count them?
-- One row: one stream in the newest year.
with known as (
    select
        period, place, '_T' as sector, max(status) as status, source,
        case split_part(measure, '_', 1)
            when 'training' then 'training_seminars'
            when 'dispute' then 'stream_disputes'
            when 'legal' then 'stream_legal'
            else 'stream_inspectors'
        end as series,
        sum(value) as value
    from printed(
        ['training_seminar_participants', 'dispute_seminar_participants', 'legal_outreach_participants', 'inspector_training_participants'], $period
    )
    where is_of_line(source, 'fprk_report') and place = country()
    group by all
),
streams as (from newest('known')),
told as (from streams where series in ('training_seminars', 'stream_disputes'))
from mark('streams')
union all
from slots_by_series('told')
union all
from chosen(
    case
        when (select value from told where series = 'stream_disputes') > (select value from told where series = 'training_seminars') then 'case.part_exceeds'
        when (select count(*) from told) = 2 then 'case.both'
        when exists (from told where series = 'stream_disputes') then 'case.disputes'
        when exists (from told) then 'case.seminars'
        else 'case.none'
    end
)
order by role desc, value desc, series
