/** Backgrounds of people who have a place: what they told when they applied, and what some of them share. */
import type { Sql } from 'postgres';

/** Where somebody with this mother tongue comes from, in a made-up town. */
const homes = {
  ar: 'SY', ti: 'ER', fa: 'AF', uk: 'UA', ru: 'UA', so: 'SO', tr: 'TR', ku: 'TR', ur: 'PK', es: 'CO', fr: 'CD', de: 'DE', pl: 'PL',
  pt: 'BR', it: 'IT', zh: 'CN', hi: 'IN', ta: 'LK', vi: 'VN', th: 'TH', tl: 'PH', sw: 'KE', am: 'ET', ps: 'AF', en: 'NG', bn: 'BD',
} as const; // prettier-ignore
const employers = [
  'Brobygg',
  'Havly',
  'Nordlys',
  'Sørvind',
  'Fjordtall',
  'Sykehuset ved elva',
  'Lyngby og venner',
  'Stenhuset',
];
const sectors = ['building', 'energy', 'it', 'health', 'finance', 'public', 'education', 'manufacturing'];

/** Writes them beside the town. Two of three share something; the rest tell it themselves when they meet. */
export async function fillBackgrounds(sql: Sql, asOf: Date): Promise<void> {
  const year = asOf.getUTCFullYear();
  await sql`insert into public.backgrounds (person, birth_year, country, came_as, arrival_year, education, experience, shares, saved_at)
    select m.person, ${year} - case when m.programme in ('youth', 'supportive-adult') then 17 + nr % 12 else 26 + nr % 26 end,
      case when moved then coalesce(${sql.json(homes)}::jsonb ->> tongue, 'DE') end,
      case when moved then (array['refugee', 'family', 'work', 'refugee', 'study'])[1 + nr % 5] else 'born-here' end,
      case when moved then ${year} - 1 - nr % 7 end,
      case when moved then jsonb_build_object('level', (array['bachelor', 'master', 'trade-certificate'])[1 + nr % 3], 'where', 'home',
        'recognised', (array['partly', 'yes', 'no', 'not-needed'])[1 + nr % 4]) end,
      case when moved then jsonb_build_array(jsonb_build_object('work', m.field, 'country',
        coalesce(${sql.json(homes)}::jsonb ->> tongue, 'DE'), 'years', 2 + nr % 9)) end,
      case nr % 3 when 0 then '{}'::text[] when 1 then '{education,experience}'
        else '{country,years-here,education,experience}' end,
      m.saved_at
    from (select x.*, row_number() over (order by x.person)::int as nr, t.tongue, t.tongue not in ('no', 'da', 'sv', 'fi') as moved
      from public.mentees x cross join lateral (select coalesce((select l ->> 'language' from jsonb_array_elements(x.languages) as l
        where l ->> 'level' = 'N' limit 1), 'en') as tongue) t
      where x.standing <> 'left') m
    on conflict do nothing`;
  await sql`insert into public.backgrounds (person, employer, sector, size_band, seniority, motivation, shares, saved_at)
    select m.person, (${employers}::text[])[1 + nr % 8], (${sectors}::text[])[1 + nr % 8],
      (array['small', 'medium', 'large'])[1 + nr % 3], (array['experienced', 'leader', 'experienced', 'owner'])[1 + nr % 4],
      case nr % 2 when 0 then '{society,own-skills}'::text[] else '{meet-someone,network}' end,
      case nr % 3 when 0 then '{}'::text[] when 1 then '{employer,sector}' else '{employer,sector,seniority}' end, m.saved_at
    from (select x.*, row_number() over (order by x.person)::int as nr from public.mentors x where x.standing <> 'left') m
    on conflict (person) do update set employer = excluded.employer, sector = excluded.sector,
      size_band = excluded.size_band, seniority = excluded.seniority, motivation = excluded.motivation`;
  await sql`insert into public.background_consents (person, shares, version, locale, how, said_at)
    select b.person, b.shares, 1, p.locale, 'application', b.saved_at
    from public.backgrounds b join public.people p on p.id = b.person where b.shares <> '{}'`;
}
