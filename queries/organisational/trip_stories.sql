-- What numbers were told when the chair met workers? One row: one number in words, with what the report says elsewhere about the same allowance.
with words as (
    from (values
        ('power_plant_jobs', 'ұжым # қызметкердің босатылуынан қауіптенеді; директор ешкім жұмыссыз қалмайды деп уәде берді',
         'коллектив опасается высвобождения # работников; директор обещал, что без работы никто не останется',
         'the workers fear that # of them may be laid off; the director promised that nobody would be left without work'),
        ('forestry_wages', '{@us.kk} өтінішінен кейін +#% (@)', '+# % после обращения {@us.ru} (@)',
         '+#% after {@us.en.gen} appeal (@)'),
        ('rural_allowance_appeal', 'сол өтініштен кейін #% енгізілген (@)',
         '# %, введена после того же обращения (@)', '#%, introduced after the same appeal (@)'),
        ('rural_allowance_law', 'заң бойынша #% (@)',
         '# % по закону (@)', '#% by law (@)')
    ) as words (series, kk, ru, en)
),
known as (
    select
        * replace (
            case measure
                when 'power_plant_jobs_at_risk' then 'power_plant_jobs'
                when 'forestry_wage_increase' then 'forestry_wages'
                when 'forest_rural_benefit' then 'rural_allowance_appeal'
                else 'rural_allowance_law'
            end as series
        )
    from printed(['power_plant_jobs_at_risk', 'forestry_wage_increase', 'forest_rural_benefit', 'forest_rural_allowance'], $period)
    qualify period = max(period) over (partition by measure, place)
),
told as (
    select * replace (replace(text_kk, '@', period) as text_kk, replace(text_ru, '@', period) as text_ru, replace(text_en, '@', period) as text_en)
    from in_words('known', 'words')
)
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('told')
union all by name
from chosen(
    case when nothing_in('told') then 'case.none' when exists (from told where series = 'power_plant_jobs') then 'case.both' else 'case.forestry' end
)
order by role desc, list_position(['power_plant_jobs', 'forestry_wages', 'rural_allowance_appeal', 'rural_allowance_law'], series)
