-- The vocabulary of the questions. Made once beside the release's tables; a query uses a view like a table and a macro like a table or a value.
--
-- A step is a named query (`with known as (…)`) whose rows have at least period, place, sector, series, value, status, source. A macro takes
-- steps by their names in quotes: newest('known') reads the step `known` of the query that asks. One name has one meaning, here and in every query:
--
--   now           the newest number of what is shown          here       the number of the region or sector that the viewer picked
--   last_but_one  the number published before the newest      country    the country's number in the same period
--   year_before   the number of exactly one year earlier      top        the highest, bottom the lowest
--   first         the first number of the series              missing    what was picked and has no number
--
-- Parameters of a query come in as arguments: as_of is the year as of which is asked, picked the region or sector; null = all.
-- Inside a macro its own steps begin with `its_`, so that they never hide a step of the query.


-- == Facts ==

-- The code of the whole to which all regions belong: the country whose federation this is (federation.toml of the data folder).
create macro country() as '{country}';

-- The code of the federation itself among organisations.
create macro us() as '{us}';

-- Numbers of official and other published statistics, every one as published: a number may stand several times, from several sources.
create macro reported(measures, as_of) as table
select measure, period, place, sector, '_T' as series, sex, age, value, status, source, note, printed
from statistics
where list_contains(measures, measure) and value is not null and (as_of is null or left(period, 4) <= as_of);

-- Statistics of both sexes and all ages together.
create macro official(measures, as_of) as table
select measure, period, place, sector, series, value, status, source from reported(measures, as_of) where sex = '_T' and age = '_T';

-- The same as one series, where several measures or several sources count the same: for each period, place and sector the first measure of the list that has
-- a number, and of its sources the first by its code.
create macro spliced(measures, as_of) as table
select period, place, sector, series, value, status, source
from reported(measures, as_of)
where sex = '_T' and age = '_T'
qualify row_number() over (partition by period, place, sector order by list_position(measures, measure), source) = 1;

-- Statistics of women (F), men (M) and both (_T), all ages together.
create macro official_by_sex(measures, as_of) as table
select measure, period, place, sector, series, sex, value, status, source from reported(measures, as_of) where age = '_T';

-- Statistics by age, both sexes together.
create macro official_by_age(measures, as_of) as table
select measure, period, place, sector, series, age, value, status, source from reported(measures, as_of) where sex = '_T';

-- Numbers that the federation's documents print; series is what the number is split by (_T: the whole).
create macro printed(measures, as_of) as table
select measure, period, place, sector, series, value, status, source
from figures
where list_contains(measures, measure) and value is not null and (as_of is null or left(period, 4) <= as_of);

-- Whether a source is an edition of a line of publications: the report for any year is of the line fprk_report.
create macro is_of_line(code, line) as code in (select source from sources where edition_of = line);

-- Each source with its line of publications; one that stands alone is its own line. Next year's table of the Bureau is another source of the same line.
create view source_lines as
select source, coalesce(nullif(edition_of, ''), source) as line from sources;


-- The numbers that a check doubts, each with the check's code: what the selectors in `doubts` name (measure@period/place/sector/series or, of statistics,
-- …/sex/age, and a source where one of several is meant; `*` for all parts of the whole).
create table doubted_numbers as
with
its_selectors as (
    select
        "check",
        regexp_extract(
            unnest(string_split(doubts, ' ')), '^(statistics:)?([a-z_0-9]+)@([0-9]{4}/[0-9]{4}|[^/]+)/(.+)$', ['prefix', 'measure', 'period', 'codes']
        ) as named
    from checks
    where result <> 'agrees' and doubts <> ''
),
its_codes as (select "check", named.prefix, named.measure, named.period, string_split(named.codes, '/') as codes from its_selectors),
its_facts as (
    select '' as prefix, measure, period, place, sector, '_T' as age, value, source, [series] as parts from figures
    union all
    select 'statistics:', measure, period, place, sector, age, value, source, [sex, age] from statistics
)
select its_codes."check", measure, period, place, sector, age, value
from its_facts
join its_codes using (prefix, measure, period)
where value is not null and if(codes[1] = '*', place <> country(), place = codes[1]) and if(codes[2] = '*', sector <> '_T', sector = codes[2])
    and list_bool_and(list_transform(parts, lambda part, nth: if(codes[2 + nth] = '*', part <> '_T', part = codes[2 + nth])))
    and coalesce(codes[3 + len(parts)], source) = source;


-- == Which period ==

-- The rows of the newest period.
create macro newest(step) as table
from query_table(step) qualify period = max(period) over ();

-- The rows of the period published before the newest, however long before.
create macro last_but_one(step) as table
from query_table(step) qualify dense_rank() over (order by period desc) = 2;

-- The rows of the newest period and the one published before it.
create macro last_two(step) as table
from query_table(step) qualify dense_rank() over (order by period desc) <= 2;

-- The rows of the first period of the series, if anything was published after it.
create macro first(step) as table
from query_table(step) qualify period = min(period) over () and period < max(period) over ();

-- The same period one year earlier: 2024 for 2025, 2024-Q2 for 2025-Q2.
create macro a_year_before(of_period) as cast(try_cast(left(of_period, 4) as integer) - 1 as varchar) || substring(of_period, 5);

-- The rows of exactly one year before the newest period.
create macro year_before(step) as table
from query_table(step) qualify period = a_year_before(max(period) over ());

-- The newest row of each place, sector and series.
create macro newest_of_each(step) as table
from query_table(step) qualify row_number() over (partition by place, sector, series order by period desc) = 1;

-- The rows of the newest period in which several are published: a single region or sector says nothing of the others.
create macro newest_of_several(step) as table
select * exclude (its_number)
from (select *, count(*) over (partition by period) as its_number from query_table(step))
where its_number > 1
qualify period = max(period) over ();

-- The newest number of each region, whatever its period; where two sources give the same period, the newer publication speaks.
create macro newest_of_each_region(step) as table
select known.*
from query_table(step) as known
join sources on sources.source = known.source
where is_region(known.place)
qualify row_number() over (partition by known.place order by known.period desc, nullif(sources.date, 'n.d.') desc nulls last, known.source) = 1;

-- The rows of the newest period that {@country.en} has, or of the newest at all if it has none: countries are compared within one period.
create macro newest_of_country(step) as table
from query_table(step)
where period = coalesce((select max(period) from query_table(step) where place = country()), (select max(period) from query_table(step)));

-- The newest year with all regions, or all but a few: at least {most_regions} of today's codes, three in four (regions are parted and joined as years go by).
create macro complete_year(step) as table
select max(period) as period
from (select period from query_table(step) where is_region(place) group by period having count(distinct place) >= cast('{most_regions}' as int))
having count(*) > 0;

-- The month to which a number counts since the beginning of its year, from the editors' note: to_march … to_november, cut_unstated.
create macro counted_to(note, measure) as
case
    when note like 'January to mid-March%' then 'to_mid_march'
    when note like 'January-March%' then 'to_march'
    when note like 'January-April%' then 'to_april'
    when note like 'January-June%' or note like 'first half of the year%' then 'to_june'
    when note like 'January-July%' then 'to_july'
    when note like 'January-August%' then 'to_august'
    when note like 'January-September%' or measure like '%_9m' or note like 'to 1 October%' then 'to_september'
    when note like 'January-October%' then 'to_october'
    when note like '%January-November%' then 'to_november'
    when note like 'to July%' then 'to_july_rounded'
    when note like 'to 24 December%' then 'to_24_december'
    else 'cut_unstated'
end;

-- The order of those months: a span whose end is not stated, or only roughly, comes before those that compare.
create macro in_order_of_months(span) as
list_position(
    ['cut_unstated', 'to_july_rounded', 'to_mid_march', 'to_march', 'to_april', 'to_june', 'to_july', 'to_august', 'to_september', 'to_october', 'to_november',
     'to_24_december'], span
);

-- The last month (or day) of such a span in one year, as a period that a sentence can say: 2025-09; null if it is not stated.
create macro end_of_span(span, of_year) as
of_year || case span
    when 'to_march' then '-03'
    when 'to_april' then '-04'
    when 'to_june' then '-06'
    when 'to_july' then '-07'
    when 'to_august' then '-08'
    when 'to_september' then '-09'
    when 'to_october' then '-10'
    when 'to_november' then '-11'
    when 'to_24_december' then '-12-24'
end;

-- The rows of the longest span of months in the newest year, of a step whose series is the span.
create macro longest_span(step) as table
from newest(step) qualify in_order_of_months(series) = max(in_order_of_months(series)) over ();

-- The rows of the newest year, and of the years before it over the same months, of the longest span that at least two years have: only equal spans compare.
create macro same_months(step) as table
from query_table(step)
where series = (
    select arg_max(series, (last_year, in_order_of_months(series)))
    from (select series, max(period) as last_year from query_table(step) group by series having count(distinct period) > 1)
);

-- The span of months for which the ministry counted wage arrears, from the editors' note: jan_oct, jan_nov or full_year, with its year (jan_oct_2025).
create macro arrears_span(measure, period, note) as
case
    when measure not like '%_ytd' then 'full_year_' || period
    when note like 'January-October;%' then 'jan_oct_' || period
    when note like 'January-November;%' then 'jan_nov_' || period
end;

-- The order of those spans within a year.
create macro in_order_of_spans(span) as list_position(['jan_oct', 'jan_nov', 'full_year'], left(span, -5));


-- == Which place, which sector ==

-- Whether a code is one of today's regions (some of them cities).
create macro is_region(code) as code in (select place from places where kind in ('region', 'city'));

-- Whether a code is a country: {@country.en} or another one.
create macro is_country(code) as code in (select place from places where kind in ('country', 'foreign'));

-- The countries that {@country.en} is compared with, itself among them: those whose ratified conventions are listed.
create view compared_countries as
select distinct place from conventions;

-- Those of them without a number in the step, as rows without a value: a comparison shows whom it lacks.
create macro absent_countries(step) as table
select
    its_newest.period, compared_countries.place, '_T' as sector, '_T' as series, cast(null as double) as value, cast(null as varchar) as status,
    cast(null as varchar) as source
from compared_countries
cross join (select max(period) as period from query_table(step) having count(*) > 0) as its_newest
where compared_countries.place not in (select place from query_table(step) where value is not null);

-- Each of today's regions in the newest complete year; one that is not published has no value.
create macro every_region(step) as table
select
    complete.period, places.place, '_T' as sector, '_T' as series, known.value, coalesce(known.status, 'final') as status, known.source
from complete_year(step) as complete
cross join places
left join query_table(step) as known on known.place = places.place and known.period = complete.period
where places.kind in ('region', 'city');

-- Whether a code stands for the sector that was picked: itself or one of its sections of economic activity.
create macro is_of_sector(code, picked) as code = picked or code in (select section from sectors where sector = picked);

-- The rows that stand nearest to the picked sector: its own, else those of its complex (MMC), else of its single sections, else of a group of sections (B-E).
-- Several rows (`sections` says how many) if the sector is made of several sections: none of them speaks for all. `shared`: other union sectors have the section
-- too, so that its number is not this sector's own.
create macro nearest_sections(step, picked) as table
with
its_nearest as (
    from query_table(step)
    where is_of_sector(sector, picked)
    qualify rank() over (
        order by
            case
                when sector = picked then 0
                when sector in (select sector from sectors where kind = 'complex') then 1
                when length(sector) = 1 then 2
                else 3
            end
    ) = 1
),
its_unions as (select section, count(distinct sector) as unions from sectors where kind = 'union' group by section)
select its_nearest.*, count(*) over () as sections, coalesce(its_unions.unions, 1) > 1 as shared
from its_nearest
left join its_unions on its_unions.section = its_nearest.sector;

-- The rows of a step (of one measure) and, where the regions listed add up to the country's printed total, a zero for each other region that there was in that
-- year: nothing is left for it. Where they do not add up, a region that is not listed stays unknown.
create macro with_zero_where_nothing_is_left(step) as table
with
its_listed as (from query_table(step) where is_region(place) and value is not null),
its_sums as (select period, sector, series, sum(value) as listed from its_listed group by all),
its_complete as (
    select its_total.*
    from query_table(step) as its_total
    join its_sums using (period, sector, series)
    where its_total.place = country() and its_total.value = its_sums.listed
),
its_zeros as (
    select its_complete.* replace (places.place as place, 0.0 as value)
    from its_complete
    cross join places
    where places.kind in ('region', 'city') and coalesce(left(places.valid_from, 4), '') <= left(its_complete.period, 4)
)
from query_table(step)
union all by name
from its_zeros
anti join its_listed using (period, place, sector, series);

-- The highest row; of equal ones the first by its code.
create macro highest(step) as table
from query_table(step) where value is not null qualify row_number() over (order by value desc, place, sector, series) = 1;

-- The lowest row; of equal ones the first by its code.
create macro lowest(step) as table
from query_table(step) where value is not null qualify row_number() over (order by value, place, sector, series) = 1;

-- The picked region as a row without a value, if the step has rows and none is of that region.
create macro missing_region(step, picked) as table
select
    max(period) as period, cast(picked as varchar) as place, '_T' as sector, '_T' as series,
    cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source
from query_table(step)
where picked is not null
having count(*) > 0 and count(*) filter (where place = picked) = 0;

-- The picked sector as a row without a value, if the step has rows and none is of that sector.
create macro missing_sector(step, picked) as table
select
    max(period) as period, country() as place, cast(picked as varchar) as sector, '_T' as series,
    cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source
from query_table(step)
where picked is not null
having count(*) > 0 and count(*) filter (where is_of_sector(sector, picked)) = 0;


-- == What is drawn and what is said ==

-- Rows to be drawn, with the columns of the contract; with a second argument also those further columns of the step: mark('parts', ['share']).
create macro mark(step) as table
    (select 'mark' as role, period, place, sector, series, value, status, source from query_table(step)),
(step, also) as table
    (select
        'mark' as role, period, place, sector, series, value, status, source,
        columns(lambda name: list_contains(also, name))
    from query_table(step));

-- A number of the sentence: the one row of a step under the name that the sentence uses; with one argument, step and name are the same.
create macro slot(step) as table
    (select 'finding' as role, period, place, sector, step as series, value, status, source from query_table(step)),
(name, step) as table
    (select 'finding' as role, period, place, sector, name as series, value, status, source from query_table(step));

-- Words of a table with a number where `#` stands; thousands are kept apart by the separator.
create macro written(words, number, separator := '') as replace(words, '#', replace(format('{:,}', cast(round(number) as bigint)), ',', separator));

-- Rows with their words of a table in three languages, from a step of words (series, kk, ru, en) in which `#` stands for the number.
create macro in_words(step, words) as table
select
    its_row.*, written(its_words.kk, its_row.value, chr(160)) as text_kk, written(its_words.ru, its_row.value, chr(160)) as text_ru,
    written(its_words.en, its_row.value, ',') as text_en
from query_table(step) as its_row
join query_table(words) as its_words using (series);

-- Rows whose series is the name under which the sentence uses them.
create macro slots_by_series(step) as table
select 'finding' as role, period, place, sector, series, value, status, source from query_table(step);

-- Several numbers of the sentence at once: the one row of each step under the step's name.
create macro slots_of(one, two) as table
    (from slot(one)
    union all
    from slot(two)),
(one, two, three) as table
    (from slot(one)
    union all
    from slot(two)
    union all
    from slot(three)),
(one, two, three, four) as table
    (from slot(one)
    union all
    from slot(two)
    union all
    from slot(three)
    union all
    from slot(four)),
(one, two, three, four, five) as table
    (from slot(one)
    union all
    from slot(two)
    union all
    from slot(three)
    union all
    from slot(four)
    union all
    from slot(five));

-- Each number of a one-row step is a number of the sentence, under the name of its column.
create macro slots(step) as table
select 'finding' as role, period, place, sector, name as series, amount as value, status, source
from (select period, place, sector, status, source, cast(columns(* exclude (period, place, sector, status, source)) as double) from query_table(step))
unpivot include nulls (amount for name in (columns(* exclude (period, place, sector, status, source))));

-- Rows of the newest period and of the one published before it, each under its series: members_now, members_last_but_one.
create macro slots_of_two_periods(step) as table
select
    'finding' as role, period, place, sector, series || if(period = max(period) over (), '_now', '_last_but_one') as series, value, status, source
from last_two(step);

-- The region or sector that was picked, so that the sentence can name it.
create macro asked(picked_place, picked_sector) as table
select
    'finding' as role, cast(null as varchar) as period, coalesce(cast(picked_place as varchar), country()) as place,
        coalesce(cast(picked_sector as varchar), '_T') as sector,
    'asked' as series, cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source
where picked_place is not null or picked_sector is not null;

-- Which sentence of the card is used: one of its cases.
create macro chosen(name) as table
select
    'finding' as role, cast(null as varchar) as period, country() as place, '_T' as sector, name as series,
    cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source;


-- == Shares and changes ==

-- Each row with its share (per cent) of the sum of its period.
create macro parts_of(step) as table
select *, 100.0 * value / sum(value) over (partition by period) as share from query_table(step);

-- The sum of a step as one row, of its newest period; no row if the step has none.
create macro sum_of(step) as table
select
    max(period) as period, max(place) as place, max(sector) as sector, '_T' as series, sum(value) as value, max(status) as status, max(source) as source
from query_table(step)
having count(*) > 0;

-- Each number of a span of years (2021/2024) for one of its years, in whole numbers.
create macro yearly_part(step) as table
select * replace (round(value / (cast(right(period, 4) as integer) - cast(left(period, 4) as integer) + 1)) as value) from query_table(step);

-- How many rows a step has, as one row of its newest period; no row if the step has none.
create macro count_of(step) as table
select
    max(period) as period, if(count(distinct place) = 1, max(place), country()) as place, '_T' as sector, '_T' as series, count(*)::double as value,
    'final' as status, max(source) as source
from query_table(step)
having count(*) > 0;

-- The value of a step with one row; null if it has none.
create macro value_of(step) as (select value from query_table(step));

-- Whether a step has no row.
create macro nothing_in(step) as not exists (from query_table(step));

-- The newer number minus the earlier one (both steps have one row), with its sign, as a number of the sentence.
create macro difference(name, newer, earlier) as table
select 'finding' as role, its_newer.period, its_newer.place, its_newer.sector, name as series, its_newer.value - its_earlier.value as value, its_newer.status, its_newer.source
from query_table(newer) as its_newer
cross join query_table(earlier) as its_earlier;

-- The same in per cent of the earlier number, with its sign.
create macro difference_pct(name, newer, earlier) as table
select
    'finding' as role, its_newer.period, its_newer.place, its_newer.sector, name as series,
    100.0 * (its_newer.value - its_earlier.value) / its_earlier.value as value, its_newer.status, its_newer.source
from query_table(newer) as its_newer
cross join query_table(earlier) as its_earlier
where its_earlier.value > 0;

-- One number in per cent of another (both steps have one row), as a number of the sentence.
create macro share(name, part, whole) as table
select
    'finding' as role, its_part.period, its_part.place, its_part.sector, name as series, 100.0 * its_part.value / its_whole.value as value,
    its_part.status, its_part.source
from query_table(part) as its_part
cross join query_table(whole) as its_whole
where its_whole.value > 0;

-- One measure of a step by another one of the same period, place, sector and series; in per cent unless another factor is given.
create macro ratio_of(step, part_measure, whole_measure, factor := 100.0) as table
select
    its_part.period, its_part.place, its_part.sector, its_part.series, factor * its_part.value / its_whole.value as value, its_part.status, its_part.source
from query_table(step) as its_part
join query_table(step) as its_whole using (period, place, sector, series)
where its_part.measure = part_measure and its_whole.measure = whole_measure and its_whole.value > 0;

-- Women and men of a step with `sex` in one row: women, men, and the value is how much less women have, in per cent of what men have.
create macro gap_of_women_and_men(step) as table
select
    measure, period, place, sector, series, 100.0 * (its_men.value - its_women.value) / its_men.value as value,
    its_women.value as women, its_men.value as men, its_women.status, its_women.source
from (from query_table(step) where sex = 'F') as its_women
join (from query_table(step) where sex = 'M') as its_men using (measure, period, place, sector, series)
where its_men.value <> 0;

-- What is said of women and men in one period of a step with `sex`: the slots women and men. Cases: found (both are published), none.
create macro told_of_women_and_men(step) as table
with its_both as (select * replace (if(sex = 'F', 'women', 'men') as series) from query_table(step) where sex in ('F', 'M'))
from slots_by_series('its_both')
union all
from chosen(if((select count(*) from its_both) = 2, 'case.found', 'case.none'));

-- Which way a number went, as the sentence says it (with so many decimals): none, single (there is no earlier one), rose, fell or same.
create macro rise_or_fall(newer_value, earlier_value, decimals := 12) as
case
    when newer_value is null then 'case.none'
    when earlier_value is null then 'case.single'
    when round(newer_value, decimals) > round(earlier_value, decimals) then 'case.rose'
    when round(newer_value, decimals) < round(earlier_value, decimals) then 'case.fell'
    else 'case.same'
end;

-- The sentence by the way a number went between two steps of at most one row.
create macro chosen_by_change(newer, earlier, decimals := 12) as table
select
    'finding' as role, cast(null as varchar) as period, country() as place, '_T' as sector,
    rise_or_fall(its_newer.value, its_earlier.value, decimals := decimals) as series,
    cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source
from (select 1)
left join query_table(newer) as its_newer on true
left join query_table(earlier) as its_earlier on true;

-- The sentence by what was picked: none (nothing is published: no highest row), here (the picked code has a number), missing (it has none), top (nothing is picked).
create macro chosen_by_pick(top, here, missing) as table
select
    'finding' as role, cast(null as varchar) as period, country() as place, '_T' as sector,
    case
        when its_top.value is null then 'case.none'
        when its_here.value is not null then 'case.here'
        when its_missing.period is not null then 'case.missing'
        else 'case.top'
    end as series,
    cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source
from (select 1)
left join query_table(top) as its_top on true
left join query_table(here) as its_here on true
left join query_table(missing) as its_missing on true;

-- How much each series changed between the two newest periods of the step, with its sign.
create macro change_of_each(step) as table
select series, arg_max(value, period) - arg_min(value, period) as value from last_two(step) group by series;

-- The sentence by how many periods there are: none, single, or change where its direction is not said.
create macro change_or_single(step) as
case (select count(distinct period) from query_table(step)) when 0 then 'case.none' when 1 then 'case.single' else 'case.change' end;

-- The rows of a step whose numbers of a measure a check doubts.
create macro doubted(step, of_measure, of_age := '_T') as table
from query_table(step) as its_row semi join (from doubted_numbers where measure = of_measure and age = of_age) as its_doubts using (period, place, sector);

-- The sentence is one if there are rows, and none otherwise.
create macro found_or_none(step) as case when exists (from query_table(step)) then 'case.found' else 'case.none' end;

-- Where a line (one number a period) turned: its lowest or highest row between its ends, if the last step does not go the way from the first to the last, as the
-- sentence rounds; no row otherwise. A sentence from first to last names it: the house adds it itself where the line is drawn (app/exhibit/provisos.py).
create macro turning_point(line, decimals := 0) as table
with
its_line as (select *, round(value, decimals) as its_value, lag(round(value, decimals)) over (order by period) as its_before from query_table(line)),
its_ways as (
    select
        sign(arg_max(its_value, period) - arg_min(its_value, period)) as way, sign(arg_max(its_value, period) - arg_max(its_before, period)) as last_step
    from its_line
)
select its_line.* exclude (its_value, its_before)
from its_line
cross join its_ways
where last_step <> 0 and way * last_step <= 0
qualify row_number() over (order by last_step * its_value, period) = 1;


-- == Whole answers of the common kinds ==

-- What is said of a change between two one-row steps: `now`, the earlier number under its name, the size of the change in per cent, and the case.
create macro change(newer, called, earlier, decimals := 12) as table
from slot('now', newer)
union all
from slot(called, earlier)
union all
select role, period, place, sector, series, abs(value), status, source from difference_pct('change_pct', newer, earlier)
union all
from chosen_by_change(newer, earlier, decimals := decimals);

-- A series of one number a period: `now` against `last_but_one`.
create macro change_since_last_but_one(step, decimals := 12) as table
with its_newest as (from newest(step)), its_earlier as (from last_but_one(step))
from change('its_newest', 'last_but_one', 'its_earlier', decimals := decimals);

-- A series of one number a period: `now` against the `first` of the series.
create macro change_since_first(step, decimals := 12) as table
with its_newest as (from newest(step)), its_earlier as (from first(step))
from change('its_newest', 'first', 'its_earlier', decimals := decimals);

-- A series of one number a period: `now` against the `year_before`.
create macro change_since_year_before(step, decimals := 12) as table
with its_newest as (from newest(step)), its_earlier as (from year_before(step))
from change('its_newest', 'year_before', 'its_earlier', decimals := decimals);

-- A tile: the newest number beside an earlier one, as all tiles name them (`now`, `before`, `change`, `change_pct`, the last two with their sign).
create macro tile(newer, earlier) as table
from mark(newer)
union all
from mark(earlier)
union all
from slot('now', newer)
union all
from slot('before', earlier)
union all
from difference('change', newer, earlier)
union all
from difference_pct('change_pct', newer, earlier)
union all
from chosen(case when nothing_in(newer) then 'case.none' else 'case.value' end);

-- A tile that follows the picked region: its newest number and that of the year before; country_now is the country's number of that time.
-- With the measures, the year before is one that compares: no break lies between, and both numbers are of one line of publications.
create macro tile_of_place(step, picked, measures := []) as table
with
its_place as (from query_table(step) where place = coalesce(picked, country())),
its_newest as (from newest('its_place')),
its_comparable as (from since_last_break('its_place', measures)),
its_line as (
    select its_same.source
    from its_newest
    join source_lines using (source)
    join source_lines as its_same using (line)
),
its_earlier as (
    from year_before('its_comparable') where measures = [] or source in (select source from its_line)
),
its_past as (
    select country.*
    from query_table(step) as country
    left join its_newest on true
    where picked is not null and country.place = country() and country.period <= coalesce(its_newest.period, '9999')
),
its_country as (from newest('its_past'))
from tile('its_newest', 'its_earlier')
union all
from slot('country_now', 'its_country');

-- A tile of one series: its newest number and that of the year before.
create macro tile_since_year_before(step) as table
with its_newest as (from newest(step)), its_earlier as (from year_before(step))
from tile('its_newest', 'its_earlier');

-- A tile of one series: its newest number and the one published before it.
create macro tile_since_last_but_one(step) as table
with its_newest as (from newest(step)), its_earlier as (from last_but_one(step))
from tile('its_newest', 'its_earlier');

-- What is said of a line of the country beside the picked region's: now (the country), the earlier number of the country under its name, here (the newest
-- of the picked region) and country (in the same period), asked. Cases: here, missing; if nothing is picked, single, rose, fell, same.
create macro told_of_line(step, picked, called, earlier, decimals := 12) as table
with
its_country as (from query_table(step) where place = country()),
its_now as (from newest('its_country')),
its_place as (from query_table(step) where place = picked and place <> country()),
its_here as (from newest('its_place')),
its_beside as (from its_country semi join its_here using (period)),
its_missing as (
    select * replace (cast(picked as varchar) as place, null as value, null as status, null as source)
    from its_now
    anti join its_here on true
    where picked <> country()
)
from slot('now', 'its_now')
union all
from slot(called, earlier)
union all
from slot('here', 'its_here')
union all
from slot('country', 'its_beside')
union all
from slot('asked', 'its_missing')
union all
select
    'finding' as role, cast(null as varchar) as period, country() as place, '_T' as sector,
    case
        when its_now.value is null then 'case.none'
        when its_here.value is not null then 'case.here'
        when its_missing.period is not null then 'case.missing'
        else rise_or_fall(its_now.value, its_earlier.value, decimals := decimals)
    end as series,
    cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source
from (select 1)
left join its_now on true
left join its_here on true
left join its_missing on true
left join query_table(earlier) as its_earlier on true;

-- All regions in the newest complete year and, unless country_too := false, the country.
-- Slots: top, bottom, here (without a value if it is not published) and its rank, published (how many regions), country. Cases: none, here, missing, top.
create macro all_regions(step, picked, country_too := true) as table
with
its_regions as (select *, rank() over (order by value desc nulls last) as rank, count(value) over () as published from every_region(step)),
its_country as (from (from query_table(step) where place = country()) semi join its_regions using (period)),
its_top as (from highest('its_regions')),
its_bottom as (from lowest('its_regions')),
its_here as (from its_regions where place = picked)
from mark('its_regions')
union all
from mark('its_country') where country_too
union all
from slot('top', 'its_top')
union all
from slot('bottom', 'its_bottom')
union all
from slot('here', 'its_here')
union all
select 'finding', period, place, sector, 'rank', rank, status, source from its_here where value is not null
union all
select 'finding', period, country(), sector, 'published', published, status, source from its_top
union all
from slot('country', 'its_country')
union all
from chosen_by_pick('its_top', 'its_here', 'its_here');

-- Groups of people (series) in the country's newest year, in the country and in the picked region. What is told is of the region if all its groups are published.
-- Slots: each group under its series, asked. Cases: none, found, partial (the region has some of the groups), missing.
create macro groups_here_and_in_country(step, picked) as table
with
its_shown as (
    from query_table(step)
    where place in (country(), coalesce(picked, country()))
    qualify period = max(period) filter (where place = country()) over ()
),
its_counts as (
    select
        max(period) as period, coalesce(cast(picked as varchar), country()) as place, '_T' as sector, cast(null as double) as value,
            cast(null as varchar) as status,
        cast(null as varchar) as source, count(*) filter (where place = coalesce(picked, country())) as its_here,
            count(*) filter (where place = country()) as its_all
    from its_shown
    having count(*) > 0
),
its_missing as (from its_counts where its_here < its_all),
its_told as (
    select its_shown.* from its_shown cross join its_counts where its_shown.place = if(its_here < its_all, country(), its_counts.place)
)
from mark('its_shown')
union all
from slots_by_series('its_told')
union all
from slot('asked', 'its_missing')
union all
from chosen(
    case
        when nothing_in('its_counts') then 'case.none'
        when nothing_in('its_missing') then 'case.found'
        when exists (from its_missing where its_here > 0) then 'case.partial'
        else 'case.missing'
    end
);

-- Each region at its newest published date, from the highest; the picked one without a value if it was never published.
-- Slots: top, here, published (how many regions; its period says over which years they lie), all_regions (how many there are), asked.
-- No region is called the highest: their years differ. Cases: none, top, here, missing; one that was no region yet is not drawn as unpublished.
create macro regions_as_published(step, picked) as table
with
its_newest as (from newest_of_each_region(step)),
its_top as (from highest('its_newest')),
its_here as (from its_newest where place = picked),
its_missing as (from missing_region('its_newest', picked)),
its_span as (
    select min(left(period, 4)) as first_year, max(left(period, 4)) as last_year, count(*) as published
    from its_newest
),
its_later as (select places.place from places join its_span on left(places.valid_from, 4) > last_year where places.place = picked),
its_unpublished as (from its_missing anti join its_later using (place)),
its_sums as (
    select
        if(first_year = last_year, last_year, first_year || '/' || last_year) as period, country() as place, sector, status, source, published,
        (select count(*) from places where is_region(place) and coalesce(left(valid_from, 4), '') <= last_year) as all_regions
    from its_top
    cross join its_span
)
from mark('its_newest')
union all
from mark('its_unpublished')
union all
from slot('top', 'its_top')
union all
from slot('here', 'its_here')
union all
from slots('its_sums')
union all
from slot('asked', 'its_missing')
union all
from chosen_by_pick('its_top', 'its_here', 'its_missing');

-- The same, where a check may doubt the picked region's number of a measure: then it is told beside the one before it.
-- Slots besides: last_but_one. Cases besides: here_doubted.
create macro regions_as_published_or_doubted(step, picked, of_measure) as table
with
its_regions as (from newest_of_each_region(step)),
its_doubt as (from doubted('its_regions', of_measure) where place = picked),
its_earlier as (from query_table(step) where place = picked and period < (select period from its_doubt) order by period desc limit 1)
select * replace (if(series = 'case.here' and exists (from its_earlier), 'case.here_doubted', series) as series)
from regions_as_published(step, picked)
union all
from slot('last_but_one', 'its_earlier');

-- {@country.en} among other countries. Slots: now ({@country.en}), top, bottom, countries (how many have a number), absent (how many of those that {@country.en} is compared
-- with have none), rank_high and rank_low ({@country.en}'s place from the highest and from the lowest), at_top (how many share the highest value).
-- Cases: none, others ({@country.en} is not among them), single (it is alone); if all are there, highest or ranked; if some are absent, highest_found or beside: then no rank is said.
create macro told_of_countries(step) as table
with
its_here as (from query_table(step) where place = country()),
its_top as (from highest(step)),
its_bottom as (from lowest(step)),
its_absent as (select count(*) as number from absent_countries(step)),
its_ranks as (
    select
        max(period) as period, country() as place, '_T' as sector, 'final' as status, max(source) as source, count(*) as countries,
        (select number from its_absent) as absent,
        count(*) filter (where value > value_of('its_here')) + 1 as rank_high, count(*) filter (where value < value_of('its_here')) + 1 as rank_low,
        count(*) filter (where value = value_of('its_top')) as at_top
    from query_table(step)
    having count(*) > 0
)
from slot('now', 'its_here')
union all
from slot('top', 'its_top')
union all
from slot('bottom', 'its_bottom')
union all
from slots('its_ranks')
union all
from chosen(
    case
        when nothing_in('its_top') then 'case.none'
        when nothing_in('its_here') then 'case.others'
        when (select countries from its_ranks) = 1 then 'case.single'
        when value_of('its_here') = value_of('its_top') then if((select number from its_absent) = 0, 'case.highest', 'case.highest_found')
        else if((select number from its_absent) = 0, 'case.ranked', 'case.beside')
    end
);

-- A line of {@country.en} beside those of other countries: now and first ({@country.en}; with the measures, only this side of the last break).
-- Cases: none, others ({@country.en} has no number), single, rose, fell, same.
create macro told_of_lines_of_countries(step, measures := [], decimals := 1) as table
with
its_line as (from query_table(step) where place = country()),
its_now as (from newest('its_line')),
its_comparable as (from since_last_break('its_line', measures)),
its_first as (from first('its_comparable')),
its_rows as (select count(*) as number from query_table(step))
from slot('now', 'its_now')
union all
from slot('first', 'its_first')
union all
select chosen.*
from its_rows
left join its_now on true
left join its_first on true
cross join lateral (
    from chosen(
        if(its_now.value is null and its_rows.number > 0, 'case.others', rise_or_fall(its_now.value, its_first.value, decimals := decimals))
    )
) as chosen;

-- Regions from the highest in the newest period in which several are published, the picked one without a value if it is not among them.
-- Slots: top, here and its rank, published (how many regions), country, asked. With the country among the regions: country_too := true.
create macro ranked_regions(step, picked, country_too := false) as table
with
its_regions as (from query_table(step) where is_region(place)),
its_newest as (select *, rank() over (order by value desc) as rank, count(*) over () as published from newest_of_several('its_regions')),
its_country as (from query_table(step) where place = country() and period in (select period from its_newest)),
its_top as (from highest('its_newest')),
its_here as (from its_newest where place = picked),
its_missing as (from missing_region('its_newest', picked))
from mark('its_newest')
union all
from mark('its_country') where country_too
union all
from mark('its_missing')
union all
from slot('top', 'its_top')
union all
from slot('here', 'its_here')
union all
select 'finding', period, place, sector, 'rank', rank, status, source from its_here
union all
select 'finding', period, country(), sector, 'published', published, status, source from its_top
union all
from slot('country', 'its_country')
union all
from slot('asked', 'its_missing')
union all
from chosen_by_pick('its_top', 'its_here', 'its_missing');

-- Regions that a document names, from the highest, in the newest period that has any; the picked one with zero if the named ones make up the printed total, and
-- without a value if they do not. Slots: total (the country, as printed), top, second, here, top_share and here_share (per cent of the total), asked.
-- Cases: none, zero, missing, here; if nothing is picked, leading (the two highest have more than half) or spread,
-- or a case of the question's own `instead`.
create macro named_regions(step, picked, instead := null) as table
with
its_filled as (from with_zero_where_nothing_is_left(step)),
its_newest as (from newest('its_filled')),
its_regions as (select *, row_number() over (order by value desc, place) as rank from its_newest where place <> country() and value > 0),
its_total as (from its_newest where place = country() and exists (from its_regions)),
its_top as (from its_regions where rank = 1),
its_second as (from its_regions where rank = 2),
its_here as (from its_regions where place = picked),
its_zero as (from its_newest where place = picked and value = 0),
its_missing as (
    select its_total.* replace (cast(picked as varchar) as place, null as value, null as status)
    from its_total
    anti join its_newest as its_known on its_known.place = picked
    where picked is not null
),
its_asked as (
    select period, place, sector, series, cast(null as double) as value, cast(null as varchar) as status, source from its_zero
    union all
    select period, place, sector, series, value, status, source from its_missing
),
its_lead as (
    select
        max(its_total.value) as total, sum(its_regions.value) filter (where rank <= 2) as leaders, count(its_missing.place) as missing,
        count(its_zero.place) as zeros
    from its_regions
    left join its_total on true
    left join its_missing on true
    left join its_zero on true
)
from mark('its_regions')
union all
from mark('its_zero')
union all
from mark('its_missing')
union all
from slot('total', 'its_total')
union all
from slot('top', 'its_top')
union all
from slot('second', 'its_second')
union all
from share('top_share', 'its_top', 'its_total')
union all
from slot('here', 'its_here')
union all
from share('here_share', 'its_here', 'its_total')
union all
from slot('asked', 'its_asked')
union all
select chosen.*
from its_lead
cross join lateral (
    from chosen(
        case
            when leaders is null then 'case.none'
            when missing > 0 then 'case.missing'
            when zeros > 0 then 'case.zero'
            when picked is not null then 'case.here'
            when instead is not null then instead
            when leaders * 2 > total then 'case.leading'
            else 'case.spread'
        end
    )
) as chosen;

-- All twenty regions of the newest complete year, of which a document lists some, from the highest; zero where the listed ones make up the country's printed
-- total, no value where they do not. Slots: published (how many are listed), known_regions, all_regions, top_count and top_share (how many the five highest
-- are, and their part of the total), total, top, here and its rank, asked. Cases: none, zero, missing, top; here, and here_unranked where some are not known.
create macro listed_regions(step, picked) as table
with
its_filled as (from with_zero_where_nothing_is_left(step)),
its_listed as (
    select
        * replace (if(value is null, null, status) as status, max(source) over () as source),
        rank() over (order by value desc nulls last) as rank, row_number() over (order by value desc nulls last, place) as position
    from every_region('its_filled')
),
its_total as (from (from query_table(step) where place = country()) semi join its_listed using (period)),
its_top as (from highest('its_listed')),
its_here as (from its_listed where place = picked and value > 0),
its_numbers as (
    select
        max(its_listed.period) as period, country() as place, '_T' as sector, 'final' as status, max(its_listed.source) as source,
        count(*) filter (where its_listed.value > 0) as published, count(*) as all_regions, count(its_listed.value) as known_regions,
        100.0 * sum(its_listed.value) filter (where position <= 5) / max(its_total.value) as top_share,
        count(its_listed.value) filter (where position <= 5) as top_count
    from its_listed
    cross join its_total
    having count(its_listed.value) > 0
)
from mark('its_listed')
union all
from slots('its_numbers')
union all
from slot('total', 'its_total')
union all
from slot('top', 'its_top')
union all
from slot('here', 'its_here')
union all
select 'finding', period, place, sector, 'rank', rank, status, source from its_here
union all
from asked(picked, null)
union all
from chosen(
    case
        when nothing_in('its_top') then 'case.none'
        when exists (from its_here) and (select known_regions = all_regions from its_numbers) then 'case.here'
        when exists (from its_here) then 'case.here_unranked'
        when picked in (select place from its_listed where value = 0) then 'case.zero'
        when picked is not null then 'case.missing'
        else 'case.top'
    end
);

-- Sectors from the highest in the newest period in which several are printed, the picked one without a value if it is not among them.
-- Slots: top, here and least (the highest and the lowest of the sections that stand nearest to the picked sector), total (as printed), together
-- (the sum of those shown), published (how many), asked. With the total among the sectors: total_too := true; with the period before in which several
-- were printed: ticks := true.
-- Cases: none, here, each (the picked sector is made of several sections: each is said), missing (or a case of the question's own), top.
create macro ranked_sectors(step, picked, total_too := false, ticks := false, missing := 'case.missing') as table
with
its_sectors as (from query_table(step) where sector <> '_T'),
its_newest as (from newest_of_several('its_sectors')),
its_older as (from its_sectors where period < (select max(period) from its_newest) and sector in (select sector from its_newest)),
its_total as (from query_table(step) where sector = '_T' and period in (select period from its_newest)),
its_top as (from highest('its_newest')),
its_own as (from nearest_sections('its_newest', picked)),
its_here as (from highest('its_own')),
its_least as (from lowest('its_own')),
its_missing as (from missing_sector('its_newest', picked)),
its_sums as (
    select period, place, '_T' as sector, status, source, (select sum(value) from its_newest) as together, (select count(*) from its_newest) as published from its_top
)
from mark('its_newest')
union all
from mark('its_total') where total_too
union all
select 'mark' as role, period, place, sector, series, value, status, source from newest_of_several('its_older') where ticks
union all
from mark('its_missing')
union all
from slot('top', 'its_top')
union all
from slot('here', 'its_here')
union all
from slot('least', 'its_least')
union all
from slot('total', 'its_total')
union all
from slots('its_sums')
union all
from slot('asked', 'its_missing')
union all
select
    'finding' as role, cast(null as varchar) as period, country() as place, '_T' as sector,
    case
        when its_top.value is null then 'case.none'
        when its_missing.period is not null then missing
        when its_here.sector <> its_least.sector then 'case.each'
        when its_here.value is not null then 'case.here'
        else 'case.top'
    end as series,
    cast(null as double) as value, cast(null as varchar) as status, cast(null as varchar) as source
from (select 1)
left join its_top on true
left join its_here on true
left join its_least on true
left join its_missing on true;


-- == Enterprises with and without a union of the federation ==

-- The whole, enterprises with {@us.en.indef} union as printed, and without one: the whole minus those with. One row for each measure, period, place and sector.
-- Without {@us.en.indef} union means another union or none: where a document prints the two, they are shown (`groups_by_union`), for they may be far apart.
create macro with_and_without(step) as table
select
    everyone.measure, everyone.period, everyone.place, everyone.sector, everyone.value as everyone, fprk.value as with_fprk,
    everyone.value - fprk.value as without_fprk, everyone.status, everyone.source
from query_table(step) as everyone
join query_table(step) as fprk
    on fprk.measure = everyone.measure and fprk.period = everyone.period and fprk.place = everyone.place and fprk.sector = everyone.sector
    and fprk.series = 'with_fprk_union'
where everyone.series = '_T';

-- The two groups as rows, each with its share (per cent) of the whole.
create macro by_union(step) as table
select measure, period, place, sector, 'with_fprk_union' as series, with_fprk as value, 100.0 * with_fprk / everyone as share, status, source
from query_table(step)
union all
select measure, period, place, sector, 'without_fprk_union', without_fprk, 100.0 * without_fprk / everyone, status, source
from query_table(step);

-- The groups of enterprises as they are printed: with {@us.en.indef} union, with another union, with none; in a period for which only {@us.en}'s part is printed,
-- the others together. Each with its share (per cent) of the whole.
create macro groups_by_union(step) as table
with
its_whole as (from query_table(step) where series = '_T'),
its_counts as (from with_and_without(step)),
its_parts as (
    select part.*, 100.0 * part.value / its_whole.value as share
    from query_table(step) as part
    join its_whole using (measure, period, place, sector)
    where part.series in ('with_fprk_union', 'with_other_union', 'no_union')
)
from its_parts
union all by name
from (from by_union('its_counts')) as its_rest
anti join (from its_parts where series <> 'with_fprk_union') as its_divided using (measure, period, place, sector)
where its_rest.series = 'without_fprk_union';

-- What is said of a count at enterprises with {@us.en.indef} union: now, all_now and share; last_but_one and all_last_but_one; change_pct and the case.
create macro told_by_union(step) as table
with
its_newest as (select *, '_T' as series, with_fprk as value from newest(step)),
its_earlier as (select *, '_T' as series, with_fprk as value from last_but_one(step)),
its_now as (select period, place, sector, status, source, everyone as all_now, 100.0 * with_fprk / everyone as share from its_newest),
its_then as (select period, place, sector, status, source, everyone as all_last_but_one from its_earlier)
from slots('its_now')
union all
from slots('its_then')
union all
from change('its_newest', 'last_but_one', 'its_earlier');


-- == Made of the tables for single pages ==

-- Events up to the last year that has a dated one; the series is the lane in which the timeline shows them, and the words tell the last day of several.
-- Kinds that other pages name in their own way stand in the lane where they belong.
create macro chronicle(as_of) as table
select
    period, place, sector, area,
    case
        when kind = 'event_training_project' then 'event_training'
        when kind in ('event_document', 'event_training_rule') then 'event_programme'
        when kind = 'youth_forum' then 'event_forum'
        when kind = 'youth_dialogue' then 'event_meeting'
        when kind in ('youth_award', 'youth_charity') then 'event_public'
        when kind = 'youth_memorandum' then 'event_statement'
        else kind
    end as series,
    cast(null as double) as value, 'final' as status, source,
    text_kk || coalesce(
        ' (' || strftime(its_last_day, '%-d') || ' ' || [
            'қаңтарға', 'ақпанға', 'наурызға', 'сәуірге', 'мамырға', 'маусымға', 'шілдеге', 'тамызға', 'қыркүйекке', 'қазанға', 'қарашаға', 'желтоқсанға'
        ][month(its_last_day)] || ' дейін)',
        ''
    ) as text_kk,
    text_ru || coalesce(' (по ' || strftime(its_last_day, '%d.%m') || ')', '') as text_ru,
    text_en || coalesce(' (until ' || strftime(its_last_day, '%-d %B') || ')', '') as text_en
from (select *, try_cast("end" as date) as its_last_day from events)
where left(period, 4) <= (select max(left(period, 4)) from events where length(period) > 4) and (as_of is null or left(period, 4) <= as_of);

-- Women among {@us.en}'s members, in per cent by year: women / all members, both as the report prints them. Disputed in a year for which the report prints another share.
create macro women_among_members(as_of) as table
with
its_counts as (from printed(['fprk_women_members', 'fprk_members'], as_of) where place = country() and sector = '_T' and series = '_T'),
its_doubts as (select distinct period as its_period from doubted_numbers where measure = 'fprk_women_members')
select its_ratio.* replace (if(its_period is null, status, 'as_printed_disputed') as status)
from ratio_of('its_counts', 'fprk_women_members', 'fprk_members') as its_ratio
left join its_doubts on its_period = its_ratio.period;

-- The quota for women in elected union bodies beside numbers of a year: the report on one year sets the tasks of the next.
create macro quota_for_women(of_year) as table
from printed(['target_women_in_union_bodies'], cast(try_cast(left(of_year, 4) as integer) + 1 as varchar)) where place = country() order by period desc limit 1;

-- The events of a step that are dated to the day or the month, of the newest year that has such.
create macro dated_events(step) as table
from query_table(step) where length(period) > 4 qualify left(period, 4) = max(left(period, 4)) over ();

-- Events of the picked sector as marks; a sector without one leaves all events in sight, and the sentence says so.
create macro mark_of_events(step, picked_sector) as table
select 'mark' as role, period, place, sector, series, value, status, source, text_kk, text_ru, text_en
from query_table(step)
where picked_sector is null or sector = picked_sector or picked_sector not in (select sector from query_table(step));

-- Numbers of events: now (how many), here (of the picked region and sector), and how many in each of some lanes, under its name without `event_`.
create macro numbers_of_events(step, picked_place, picked_sector, lanes) as table
with
its_counts as (
    select
        left(max(period), 4) as period, coalesce(cast(picked_place as varchar), country()) as place, coalesce(cast(picked_sector as varchar),
            '_T') as sector, 'final' as status,
        arg_max(source, period) as source, count(*) as now,
        count(*) filter (where (picked_place is null or place = picked_place) and (picked_sector is null or sector = picked_sector)) as here
    from query_table(step)
    having count(*) > 0
)
from slots('its_counts')
union all
select 'finding', left(max(period), 4), country(), '_T', replace(lane, 'event_', ''), count(*) filter (where series = lane), 'final', arg_max(source, period)
from query_table(step)
cross join unnest(lanes) as its_lanes (lane)
group by lane;

-- The same with the sentence. Cases: none; all (nothing is picked); region, sector or both, by what was picked, with _none behind it if it has no event.
create macro told_of_events(step, picked_place, picked_sector, lanes) as table
with
its_numbers as (from numbers_of_events(step, picked_place, picked_sector, lanes)),
its_here as (select max(value) as value from its_numbers where series = 'here')
from its_numbers
union all
select chosen.*
from its_here
cross join lateral (
    from chosen(
        case
            when its_here.value is null then 'case.none'
            when picked_place is null and picked_sector is null then 'case.all'
            when picked_sector is null then if(its_here.value > 0, 'case.region', 'case.region_none')
            when picked_place is null then if(its_here.value > 0, 'case.sector', 'case.sector_none')
            else if(its_here.value > 0, 'case.both', 'case.both_none')
        end
    )
) as chosen;

-- The order of the lanes from above.
create macro in_order_of_lanes(lane) as
list_position(
    ['event_congress', 'event_meeting', 'event_commission', 'event_law', 'event_programme', 'event_statement', 'event_strike', 'event_forum', 'event_training',
     'event_trip', 'event_public'], lane
);

-- The newest size of each structure: what the unions' documents print comes before what others publish.
create macro newest_of_each_structure(measures, as_of) as table
select * exclude (its_order)
from (select *, 0 as its_order from printed(measures, as_of) union all select *, 1 from official(measures, as_of))
qualify row_number() over (partition by sector order by its_order, period desc, source) = 1;

-- Every size of {@us.en}'s membership in persons: those that were stated (`stated_<period>`), the one that a report prints, and those that its own shares imply.
create view membership_sizes as
with stated as (
    select period, 'stated_' || period as series, value, status, source, 1 as block
    from statistics
    where measure = 'fprk_members' and place = country() and sector = '_T' and sex = '_T' and age = '_T' and value is not null
),
report as (
    select measure, period, series, value, status, source
    from figures
    where measure in ('fprk_members', 'fprk_women_members', 'fprk_women_members_share', 'fprk_youth_share')
        and place = country() and sector = '_T' and value is not null and is_of_line(source, 'fprk_report')
)
select * from stated
union all
select period, 'printed_report', value, status, source, 2 from report where measure = 'fprk_members' and series = '_T'
union all
select part.period, 'implied_by_women', part.value * 100.0 / share.value, part.status, part.source, 3
from report part
join report share on share.period = part.period and share.measure = 'fprk_women_members_share' and share.series = '_T'
where part.measure = 'fprk_women_members' and part.series = '_T'
union all
select part.period, 'implied_by_youth', part.value * 100.0 / share.value, part.status, part.source, 4
from report part
join report share on share.period = part.period and share.measure = 'fprk_youth_share' and share.series = '_T'
where part.measure = 'fprk_members' and part.series = 'under_35';

-- The sizes known as of a year: every stated one, and those of the newest report.
create macro sizes_as_of(as_of) as table
from membership_sizes where as_of is null or left(period, 4) <= as_of qualify block = 1 or period = max(if(block > 1, period, null)) over ();


-- Who belongs to what, as documents had told it by a year (null: by today), of several that tell the same the newest; `told` is the year of the first of them.
-- A document without a year of its own tells of the year that most of its numbers are of.
create macro structures_as_of(as_of) as table
with its_years as (
    select sources.source, coalesce(its_numbers.year, left(nullif(sources.date, 'n.d.'), 4)) as year
    from sources
    left join (select source, mode(left(period, 4)) as year from figures_as_printed group by source) as its_numbers on its_numbers.source = sources.source
)
select its_link.*, min(its_years.year) over its_same as told
from structures_as_printed as its_link
left join its_years on its_years.source = its_link.source
window its_same as (partition by its_link.structure, its_link.member, its_link.place, its_link.role)
qualify row_number() over (its_same order by coalesce(its_years.year <= as_of, true) desc, its_years.year desc, its_link.source desc) = 1;


-- == Breaks ==

-- The breaks with names of their own, so that a column of the asking query that is handed to a macro never meets one of the same name here.
create view breaks_named as
select
    measure as its_measure, period as its_period, place as its_place, sector as its_sector, series as its_series,
    [earlier_source, later_source] as its_sources
from breaks;

-- The first periods of a new kind of numbers, in their order, for some measures at one place, sector and series: breaks that concern everything,
-- and those that concern just that. A break inside one source, or between two, is left out if other sources than these are compared (null: all).
create macro breaks_of(measures, at_place, of_sector := '_T', of_series := '_T', of_sources := null) as (
    select coalesce(list(distinct its_period order by its_period), [])
    from breaks_named
    where list_contains(measures, its_measure)
        and its_place in ('', at_place) and its_sector in ('', of_sector) and its_series in ('', of_series)
        and (of_sources is null or its_sources = ['', ''] or list_has_all(of_sources, its_sources))
);

-- Whether numbers of two periods, the earlier one first, are of one kind: no break lies between them.
create macro same_definition(of_measure, earlier, later, at_place, of_sector := '_T', of_series := '_T', of_sources := null) as
not exists (
    select 1
    from breaks_named
    where its_measure = of_measure and its_period > earlier and its_period <= later
        and its_place in ('', at_place) and its_sector in ('', of_sector) and its_series in ('', of_series)
        and (of_sources is null or its_sources = ['', ''] or list_has_all(of_sources, its_sources))
);

-- The rows of a step that are of one kind with its newest period: those since the last break of each row's place, sector and series.
create macro since_last_break(step, measures, of_sources := null) as table
select its_row.*
from query_table(step) as its_row
where not exists (
    select 1
    from breaks_named
    where list_contains(measures, its_measure)
        and its_place in ('', its_row.place) and its_sector in ('', its_row.sector) and its_series in ('', its_row.series)
        and (of_sources is null or its_sources = ['', ''] or list_has_all(of_sources, its_sources))
        and its_period > its_row.period and its_period <= (select max(period) from query_table(step))
);

-- What is said of a line that a break cuts (another publisher, another way of counting): now and last_but_one this side of it, older before it.
-- Cases: none, single, rose, fell, same; source_changed (only `now` is this side of the break).
create macro told_this_side_of_break(step, measures) as table
with
its_comparable as (from since_last_break(step, measures)),
its_cut_off as (from query_table(step) anti join its_comparable using (period)),
its_now as (from newest('its_comparable')),
its_earlier as (from last_but_one('its_comparable')),
its_older as (from newest('its_cut_off'))
from slot('now', 'its_now')
union all
from slot('last_but_one', 'its_earlier')
union all
from slot('older', 'its_older')
union all
from chosen(
    if(
        exists (from its_older) and nothing_in('its_earlier'), 'case.source_changed', rise_or_fall(value_of('its_now'), value_of('its_earlier'))
    )
);
