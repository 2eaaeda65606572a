-- What union density did the territorial associations state, and what do their own members give against the Bureau's employees?
-- One row: one region's stated density; the finding sets the computed one beside it.
with known as (from reported(['union_density_region', 'fprk_members', 'employees'], $period) where sector = '_T' and sex = '_T' and age = '_T'),
stated as (from known where measure = 'union_density_region'),
shown as (from newest_of_each('stated')),
-- Employees are counted in thousands.
computed as (from ratio_of('known', 'fprk_members', 'employees', factor := 0.1)),
told as (
    select shown.period, shown.place, shown.sector, shown.status, source, shown.value as stated, computed.value as computed
    from shown
    join computed using (period, place, source)
    order by coalesce(place = $place, false) desc, abs(shown.value - computed.value) desc, place
    limit 1
),
-- Members published as "more than" give no less than what is computed.
more as (from known semi join told using (period, place, source) where measure = 'fprk_members' and printed like 'more than%'),
missing as (from missing_region('shown', $place)),
-- A region that was none yet in the newest year shown is not unpublished.
later as (select missing.* from missing join places using (place) where left(places.valid_from, 4) > left(missing.period, 4)),
unpublished as (from missing anti join later using (place))
from mark('shown')
union all
from mark('unpublished')
union all
from slots('told')
union all
from slot('asked', 'missing')
union all
from chosen(
    case
        when nothing_in('told') then 'case.none'
        when nothing_in('missing') then if(nothing_in('more'), 'case.beside', 'case.beside_more')
        else if(nothing_in('more'), 'case.missing', 'case.missing_more')
    end
)
order by role desc, value desc nulls last, place
