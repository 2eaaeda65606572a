-- How many people come to one seminar or event, by stream of training?
-- One row: one stream in the newest year in which both events and people are counted.
with known as (
    select
        period, place, sector, max(status) as status, max(source) as source,
        case split_part(measure, '_', 1) when 'training' then 'training_seminars' when 'dispute' then 'stream_disputes' else 'stream_legal' end as series,
        sum(value) filter (where measure like '%_participants') / sum(value) filter (where measure not like '%_participants') as value
    from printed(
        [
            'training_seminars', 'training_seminar_participants', 'dispute_seminars', 'dispute_seminar_participants', 'legal_outreach_events',
            'legal_outreach_participants'
        ],
        $period
    )
    where place = country() and sector = '_T'
    group by all
    having value is not null
),
streams as (from newest('known')),
-- Rounded as written, so that the words that go with a number fit it.
told as (select * replace (round(value) as value) from streams where series <> 'stream_legal')
from mark('streams')
union all
from slots_by_series('told')
union all
from chosen(
    case
        when (select count(*) from told) = 2 then 'case.both'
        when exists (from told where series = 'stream_disputes') then 'case.disputes'
        when exists (from told) then 'case.seminars'
        else 'case.none'
    end
)
order by role desc, value desc, series
