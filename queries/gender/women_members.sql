-- How many {@us.en} members are women? One mark is all members or the women among them in the newest year; share = per cent of all members.
with known as (from printed(['fprk_women_members', 'fprk_members'], $period) where place = country() and sector = '_T' and series = '_T'),
shown as (
    select
        * replace (if(measure = 'fprk_members', 'fprk_all_members', 'fprk_women') as series),
        100.0 * value / max(value) filter (where measure = 'fprk_members') over () as share
    from known
    where period = (select max(period) from known where measure = 'fprk_women_members')
),
women as (from shown where measure = 'fprk_women_members'),
share as (from women_among_members($period) semi join women using (period)),
stated as (
    select * exclude (measure) from printed(['fprk_women_members_share'], $period) semi join share using (period) where place = country() and sector = '_T'
)
from mark('shown', ['share'])
union all by name
from slot('women')
union all by name
from slot('share')
union all by name
from slot('stated')
union all by name
from chosen(
    case
        when nothing_in('women') then 'case.none'
        when nothing_in('share') then 'case.count'
        when exists (from stated join share using (period) where round(stated.value) <> round(share.value)) then 'case.differs'
        else 'case.found'
    end
)
order by role desc, series
