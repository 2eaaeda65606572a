-- How many ILO conventions has {@country.en} ratified, by the report and by {@us.en} before it? One row is one year.
with known as (
    from (from printed(['ilo_ratified_total'], $period) union all from official(['ilo_ratified_total'], $period))
    where place = country()
    qualify row_number() over (partition by left(period, 4) order by source, period) = 1
)
from tile_since_last_but_one('known')
order by role desc, period desc, series
