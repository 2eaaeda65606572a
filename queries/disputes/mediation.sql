-- In which regions were labour disputes settled by mediation before court? One row is one region that the report names, largest first; a picked one that it
-- does not name has zero if the named ones make up the total, else no value.
with known as (from printed(['mediation_agreements'], $period) where sector = '_T' and series = '_T')
from named_regions('known', $place)
order by role desc, value desc nulls last, place, series
