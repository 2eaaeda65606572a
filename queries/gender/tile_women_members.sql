-- What share of {@us.en} members are women? One row is one year: women / all members as the report prints them, per cent.
with shares as (from women_among_members($period))
from tile_since_year_before('shares')
order by role desc, period desc, series
