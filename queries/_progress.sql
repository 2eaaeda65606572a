-- How far is each promised value? `aims` are the promises with a number, `points` the published values of the measure of each promise.
-- One row: one promise, judged by the share of the gap closed against the share of the time elapsed; beside it a second opinion and what would change the verdict.
-- `gap_closed, time_elapsed, pace_ratio, second_ratio` and the two parameters are per cent.
-- A value belongs to the end of its period, and a promise "by 2030" is due when 2030 is over: years, quarters, months, days and spans share one scale.
with periods as (
    select cast(period as varchar) as period from points
    union
    select cast(base_period as varchar) from aims where base_period is not null
),
endings as (
    -- Of a span, the last part counts.
    select period, string_split(period, '/')[-1] as code from periods
),
moments as (
    select
        period,
        cast(left(code, 4) as integer) + case
            when length(code) = 4 then 1.0
            when code like '____-Q_' then cast(right(code, 1) as integer) / 4
            when length(code) = 7 then cast(right(code, 2) as integer) / 12
            else dayofyear(cast(code as date)) / dayofyear(make_date(cast(left(code, 4) as integer), 12, 31))
        end as ends
    from endings
),
promises as (
    -- `way`: 1 where more is better. `grain`: two values closer than this are the same number.
    select
        cast(aims.target as varchar) as target, cast(aims.value as double) as aim, aims.comparator, if(aims.direction = 'up', 1, -1) as way,
        moments.ends as base_asked, cast(aims.by_year as integer) + 1.0 as due, cast(aims.as_of_year as integer) + 1.0 as today,
        1e-9 * greatest(1, abs(cast(aims.value as double))) as grain,
        (aims.comparator in ('at_least', 'more_than') and aims.direction = 'down') or (aims.comparator = 'at_most' and aims.direction = 'up') as opposed
    from aims
    left join moments on moments.period = cast(aims.base_period as varchar)
),
seen as (
    -- A break stays where it is even if the value after it was not published.
    select
        promises.target, points.period, cast(points.value as double) as value, moments.ends,
        sum(if(cast(points.broken as boolean), 1, 0)) over (partition by promises.target order by moments.ends, points.period) as stretch
    from points
    join promises on promises.target = cast(points.target as varchar)
    join moments on moments.period = cast(points.period as varchar)
    where moments.ends <= promises.today
),
published as (
    select
        seen.target, seen.period, seen.value, seen.ends, seen.stretch,
        case promises.comparator
            when 'at_least' then seen.value >= promises.aim - promises.grain
            when 'at_most' then seen.value <= promises.aim + promises.grain
            when 'more_than' then seen.value > promises.aim + promises.grain
            when 'equal' then abs(seen.value - promises.aim) <= promises.grain
        end as met,
        row_number() over (partition by seen.target order by seen.ends desc, seen.period desc) as back
    from seen
    join promises on promises.target = seen.target
    where seen.value is not null
),
newest as (
    select target, period, value, ends, stretch, met from published where back = 1
),
comparable as (
    -- Only what lies after the last break is one series with the last value.
    select published.target, published.period, published.value, published.ends, published.met, published.back
    from published
    join newest on newest.target = published.target and newest.stretch = published.stretch
),
asked as (
    -- The base that the promise names, or the next published one; the first of all if it names none.
    select published.target, max(published.back) as back
    from published
    join promises on promises.target = published.target and published.ends >= coalesce(promises.base_asked, published.ends)
    group by published.target
),
base as (
    select comparable.target, max(comparable.back) as back
    from comparable
    join asked on asked.target = comparable.target and comparable.back <= asked.back
    group by comparable.target
),
at_due as (
    select comparable.target, arg_min(comparable.met, comparable.back) as met
    from comparable
    join promises on promises.target = comparable.target and comparable.ends <= promises.due
    group by comparable.target
),
pairs as (
    -- From which value to which is measured: as promised, and as the tests of stability move it.
    select base.target, 'default' as test, base.back as base_back, 1 as last_back from base where base.back > 1
    union all
    select base.target, 'base_later', max(later.back), 1
    from base
    join comparable now on now.target = base.target and now.back = base.back
    join comparable later on later.target = base.target and later.back > 1 and later.back < base.back and later.ends >= now.ends + 0.99
    group by base.target
    union all
    select base.target, 'base_earlier', min(earlier.back), 1
    from base
    join comparable now on now.target = base.target and now.back = base.back
    join comparable earlier on earlier.target = base.target and earlier.ends <= now.ends - 0.99
    where base.back > 1
    group by base.target
    union all
    select base.target, 'drop_last', base.back, 2 from base where base.back > 2
),
measured as (
    select
        pairs.target, pairs.test, promises.way, promises.grain, promises.due, promises.today, promises.aim, promises.comparator,
        first.period as base_period, first.value as base_value, first.met as base_met, first.ends as base_ends,
        final.value as last_value, final.met as last_met, final.ends as last_ends,
        promises.aim - first.value as gap, final.value - first.value as moved, final.ends - first.ends as years,
        abs(final.value - first.value) <= promises.grain as unchanged,
        -- "More than" is not met by the number itself, and what is missing has no size.
        promises.comparator = 'more_than' and abs(promises.aim - final.value) <= promises.grain as at_the_limit,
        promises.comparator = 'equal' and (final.value - promises.aim) * (first.value - promises.aim) < 0 as overshot,
        case
            when abs(promises.aim - first.value) <= promises.grain then null
            -- What was met from the start has no way to go: it is kept or lost.
            when first.met then null
            -- Where exactly the target is promised, going past it is no progress.
            when promises.comparator = 'equal' then 1 - abs(promises.aim - final.value) / abs(promises.aim - first.value)
            else (final.value - first.value) / (promises.aim - first.value)
        end as gap_closed,
        if(promises.due > first.ends, (final.ends - first.ends) / (promises.due - first.ends), null) as time_elapsed
    from pairs
    join promises on promises.target = pairs.target
    join comparable first on first.target = pairs.target and first.back = pairs.base_back
    join comparable final on final.target = pairs.target and final.back = pairs.last_back
),
paced as (
    select
        *, round(100 * gap_closed / time_elapsed, 7) as pace_ratio, coalesce(last_ends >= due, false) as expired,
        coalesce(today > due and last_ends < due, false) as unpublished,
        -- Growth a year over the growth a year that was needed: only between positive numbers, and not from less than a year.
        if(base_value > 0 and last_value > 0 and aim > 0 and abs(gap) > grain and due > base_ends and years >= 0.99,
            round(100 * way * (pow(last_value / base_value, 1 / years) - 1) / abs(pow(aim / base_value, 1 / (due - base_ends)) - 1), 7), null) as growth_ratio
    from measured
),
judged as (
    select
        *,
        case
            when last_met then 'achieved'
            when expired then 'off_track'
            when unpublished then 'cannot_say'
            when base_met then 'off_track'
            when gap_closed is null then 'cannot_say'
            when unchanged then 'no_change'
            when due is null then if(gap_closed > 0, 'toward', 'away')
            when overshot then 'off_track'
            when pace_ratio >= $on_track then 'on_track'
            when pace_ratio >= $behind then 'behind'
            else 'off_track'
        end as status,
        case
            when last_met then if(base_met, 'met_at_base', null)
            when expired then 'target_year_past_not_met'
            when unpublished then 'target_year_not_published'
            when base_met then 'met_then_lost'
            when gap_closed is null then 'base_is_target'
            when at_the_limit then 'at_the_limit'
            when due is null then 'no_year'
            when unchanged then null
            when overshot then 'overshot'
            when gap_closed <= 0 then 'moving_away'
            when pace_ratio < $behind then 'too_slow'
        end as reason,
        case
            when last_met then null
            when expired then 'target_year_past_not_met'
            when unpublished then 'target_year_not_published'
            when due is null then 'no_year'
            when abs(gap) <= grain then 'base_is_target'
            when base_value <= 0 or last_value <= 0 or aim <= 0 then 'not_positive'
            when years < 0.99 then 'under_a_year'
            when overshot then 'overshot'
        end as growth_reason
    from paced
),
bases as (
    -- Why the base is not the one that the promise names.
    select
        promises.target, base.back as base_back, asked.back as asked_back,
        case
            when base.back < asked.back then 'base_after_break'
            when promises.base_asked is null then 'base_not_named'
            when comparable.ends > promises.base_asked then 'base_next_published'
        end as base_reason
    from promises
    left join asked on asked.target = promises.target
    left join base on base.target = promises.target
    left join comparable on comparable.target = base.target and comparable.back = base.back
),
verdicts as (
    select
        promises.target, promises.aim, promises.due, bases.base_reason,
        now.base_period, now.base_value, newest.period as last_period, newest.value as last_value, newest.ends as last_ends, newest.met,
        now.gap_closed, now.time_elapsed, now.pace_ratio, now.moved, now.years, now.growth_ratio, now.growth_reason,
        coalesce(newest.ends >= promises.due, false) as decided,
        -- The document contradicts itself: somebody has to look, nothing is judged. A base beyond "at least" contradicts nothing: what is reached is to be kept.
        promises.opposed or coalesce(promises.comparator = 'equal' and now.gap * promises.way < -promises.grain, false) as refused,
        promises.comparator = 'more_than' and coalesce(abs(promises.aim - newest.value) <= promises.grain, false) as at_the_limit,
        case
            when newest.target is null then 'cannot_say'
            when refused then 'cannot_say'
            when now.status is not null then now.status
            when newest.met then 'achieved'
            when decided then 'off_track'
            else 'cannot_say'
        end as status,
        case
            when refused then 'direction_contradicts'
            when newest.target is null then 'no_points'
            when newest.met and newest.ends > promises.due and not at_due.met then 'met_late'
            when not newest.met and newest.ends > promises.due and at_due.met then 'met_then_lost'
            when now.status is not null then now.reason
            when newest.met then null
            when decided then 'target_year_past_not_met'
            when bases.asked_back is null then 'nothing_since_base'
            when bases.asked_back > 1 then 'break_between'
            else 'one_point'
        end as reason
    from promises
    left join newest on newest.target = promises.target
    left join bases on bases.target = promises.target
    left join at_due on at_due.target = promises.target
    left join judged now on now.target = promises.target and now.test = 'default'
),
opinions as (
    select
        *,
        case
            when status = 'achieved' then 'achieved'
            when refused or base_period is null or growth_reason is not null then 'cannot_say'
            when growth_ratio = 0 then 'no_change'
            when growth_ratio >= $on_track then 'on_track'
            when growth_ratio >= $behind then 'behind'
            else 'off_track'
        end as second_status,
        case when status <> 'achieved' then if(refused or base_period is null, reason, growth_reason) end as second_reason,
        if(status = 'cannot_say' or second_status = 'cannot_say', null, status = second_status) as methods_agree
    from verdicts
),
tests as (
    -- A verdict on the target year itself is a fact and not a trend: moving points cannot shake it. Nor is the last step to a target that was on track a change.
    select
        opinions.target, judged.test,
        judged.status <> opinions.status and not (judged.test = 'drop_last' and judged.status = 'on_track' and opinions.status = 'achieved') as changes
    from opinions
    join judged on judged.target = opinions.target and judged.test <> 'default'
    where opinions.status <> 'cannot_say' and not opinions.decided and judged.status <> 'cannot_say'
    union all
    select target, 'other_method', not methods_agree from opinions where methods_agree is not null and status <> 'achieved'
),
shaken as (
    select
        target, list(test order by test) as tested, coalesce(list(test order by test) filter (where changes), []) as fragile_because,
        count(*) filter (where test <> 'other_method') as moved_points
    from tests
    group by target
)
select
    opinions.target, opinions.base_period, opinions.base_value, opinions.base_reason, opinions.last_period, opinions.last_value,
    opinions.status, opinions.reason, if(refused, null, 100 * opinions.gap_closed) as gap_closed, 100 * opinions.time_elapsed as time_elapsed,
    if(refused, null, opinions.pace_ratio) as pace_ratio,
    opinions.second_status, opinions.second_reason, if(second_status = 'cannot_say', null, opinions.growth_ratio) as second_ratio, opinions.methods_agree,
    case when len(shaken.fragile_because) > 0 then 'fragile' when shaken.moved_points > 0 then 'stable' end as stability,
    coalesce(shaken.fragile_because, []) as fragile_because, coalesce(shaken.tested, []) as tested,
    if(at_the_limit, null, opinions.aim - opinions.last_value) as remaining,
    if(opinions.due > opinions.last_ends and not opinions.met and not refused and not at_the_limit and opinions.reason is distinct from 'target_year_not_published',
        (opinions.aim - opinions.last_value) / (opinions.due - opinions.last_ends), null) as pace_needed_per_year,
    opinions.moved / opinions.years as pace_so_far_per_year
from opinions
left join shaken on shaken.target = opinions.target
order by opinions.target
