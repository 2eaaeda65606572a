-- How many enterprises with social tension did the ministry monitor? One row is one count of the newest year. The numbers are of part of a year: its end stands
-- in the editors' note, and the sentence says it. What was taken off is the start plus those added less those that remained.
with known as (
    from reported(['troubled_enterprises', 'troubled_enterprises_added', 'troubled_enterprises_resolved', 'troubled_enterprises_end'], $period)
    where place = country() and sector = '_T'
),
shown as (from newest('known')),
said as (select * replace (if(measure = 'troubled_enterprises', 'start', replace(measure, 'troubled_enterprises_', '')) as series) from shown),
until as (
    select
        max(coalesce(end_of_span(counted_to(note, measure), period), if(note like '%April%', period || '-04', period))) as period, country() as place,
            '_T' as sector,
        '_T' as series, cast(null as double) as value, max(status) as status, max(source) as source
    from shown
    having count(*) > 0
),
taken_off as (
    select
        max(period) as period, country() as place, '_T' as sector, '_T' as series,
        max(value) filter (where series = 'start') + max(value) filter (where series = 'added') - max(value) filter (where series = 'end') as value,
        max(status) as status, max(source) as source
    from said
    having count(*) filter (where series in ('start', 'added', 'end')) = 3
)
from mark('shown', ['measure'])
union all by name
from slots_by_series('said')
union all by name
from slot('until')
union all by name
from slot('taken_off')
union all by name
from chosen(
    case
        when exists (from taken_off) then 'case.balance'
        when (select list_has_all(list(series), ['start', 'resolved']) from said) then 'case.resolved'
        else 'case.none'
    end
)
order by role desc, list_position(['troubled_enterprises', 'troubled_enterprises_added', 'troubled_enterprises_resolved', 'troubled_enterprises_end'], measure)
