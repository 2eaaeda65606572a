-- What share of seats in the Mazhilis and in maslikhats do women hold, and how many deputies is that? One row is one body in one year.
with seats as (
    select * replace (if(measure = 'women_parliament_share', 'mazhilis', 'maslikhats') as series)
    from official_by_sex(['women_parliament_share', 'women_maslikhat_share'], $period)
    where place = country() and sector = '_T' and sex = 'F'
    qualify row_number() over (partition by measure, period order by source) = 1
),
elected as (from official_by_sex(['women_deputies_elected', 'deputies_elected'], $period) where place = country() and sector = '_T'),
mazhilis as (from seats where series = 'mazhilis' order by period desc limit 1),
maslikhats as (from seats where series = 'maslikhats' order by period desc limit 1),
women as (from elected semi join mazhilis using (period) where measure = 'women_deputies_elected'),
deputies as (from elected semi join mazhilis using (period) where measure = 'deputies_elected')
from mark('seats')
union all
from slots_of('mazhilis', 'maslikhats', 'women', 'deputies')
union all
from chosen(
    case
        when nothing_in('mazhilis') or nothing_in('maslikhats') then 'case.none'
        when exists (
            from women cross join deputies cross join mazhilis where round(100.0 * women.value / deputies.value, 1) = mazhilis.value
        ) then 'case.elected'
        else 'case.both'
    end
)
order by role desc, list_position(['mazhilis', 'maslikhats'], series), period
