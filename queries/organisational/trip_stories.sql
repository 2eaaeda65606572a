-- What numbers were told when the chair met workers? One row: one number in words, with what the report says elsewhere about the same allowance.
with words as (
    from (values
        ('power_plant_jobs', 'ұжым # қызметкердің босатылуынан қауіптенеді; директор ешкім жұмыссыз қалмайды деп уәде берді',
         'коллектив опасается высвобождения # работников; директор обещал, что без работы никто не останется',
         'the workers fear that # of them may be laid off; the director promised that nobody would be left without work'),
        ('forestry_wages', 'ҚРКФ-ның 2023 жылғы 1 шілдедегі өтінішінен кейін +#%', '+# % после обращения ФПРК (1 июля 2023 года)',
         '+#% after FPRK’s appeal (1 July 2023)'),
        ('rural_allowance_2023', 'сол өтініштен кейін #% енгізілген (5.2-бөлім)',
         '# %, введена после того же обращения (раздел 5.2)', '#%, introduced after the same appeal (section 5.2)'),
        ('rural_allowance_2025', '2025 жылғы 26 маусымдағы заң бойынша #% (2.2-бөлім)',
         '# % по закону от 26 июня 2025 года (раздел 2.2)', '#% by the law of 26 June 2025 (section 2.2)')
    ) as words (series, kk, ru, en)
),
known as (
    select
        * replace (
            case measure
                when 'power_plant_jobs_at_risk' then 'power_plant_jobs'
                when 'forestry_wage_increase' then 'forestry_wages'
                when 'forest_rural_benefit' then 'rural_allowance_2023'
                else 'rural_allowance_2025'
            end as series
        )
    from printed(['power_plant_jobs_at_risk', 'forestry_wage_increase', 'forest_rural_benefit', 'forest_rural_allowance'], $period)
),
told as (from in_words('known', 'words'))
from mark('told', ['text_kk', 'text_ru', 'text_en'])
union all by name
from slots_by_series('told')
union all by name
from chosen(
    case when nothing_in('told') then 'case.none' when exists (from told where series = 'power_plant_jobs') then 'case.both' else 'case.forestry' end
)
order by role desc, list_position(['power_plant_jobs', 'forestry_wages', 'rural_allowance_2023', 'rural_allowance_2025'], series)
