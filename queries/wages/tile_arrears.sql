-- How large were wage arrears by {@us.en}'s report, and a year before? One row is one year.
with volume as (
    from printed(['arrears_volume'], $period) where place = country() and sector = '_T' and series = '_T' and is_of_line(source, 'fprk_report')
)
from tile_since_year_before('volume')
order by role desc, period desc, series
