import type { Part } from '../../schemas/form.ts';

/** What a column of a spreadsheet can be; `name` is the whole name, of which the first word is what she is called. */
export const importFields = [
  'email', 'name', 'shown_name', 'surname', 'phone', 'gender', 'locale', 'field', 'specialism', 'languages', 'works_in',
  'practises', 'topics', 'formats', 'place', 'hours', 'capacity', 'migrated', 'prefers', 'prefers_gender', 'about', 'since',
] as const; // prettier-ignore
export type ImportField = (typeof importFields)[number];

const ofOnePart: Partial<Record<ImportField, Part>> = {
  capacity: 'mentor',
  migrated: 'mentor',
  prefers: 'mentee',
  prefers_gender: 'mentee',
};

/** The fields of one part, in the order in which they are shown. */
export const fieldsOf = (part: Part): ImportField[] =>
  importFields.filter((field) => (ofOnePart[field] ?? part) === part);

/** Without these nobody gets a place. A whole name will do for the first one. */
export const neededFields = [
  'email', 'shown_name', 'field', 'languages', 'topics', 'place', 'hours', 'about',
] as const satisfies readonly ImportField[]; // prettier-ignore

/** What may be one value for everybody who has none; an address or a name may not. */
export const fillable: readonly ImportField[] = [
  'field', 'languages', 'topics', 'place', 'hours', 'about', 'formats', 'capacity', 'locale',
]; // prettier-ignore

/** Several columns may be read into one of these. */
export const gathering: readonly ImportField[] = ['languages', 'works_in', 'practises', 'topics', 'about'];

/** How columns are called, in four languages and in the exports of the usual programs; folded. */
export const headerWords: Record<ImportField, string[]> = {
  email: ['email', 'e mail', 'mail', 'epost', 'e post', 'epostadresse', 'e postadresse', 'mailadresse', 'e mailadresse', 'email address', 'mejl', 'e postadress', 'epostadress', 'mejladress', 'person account email', 'contact email'],
  name: ['name', 'full name', 'navn', 'fullt navn', 'namn', 'fullstandigt namn', 'for og etternavn', 'for og efternavn', 'account name', 'contact name', 'mentor', 'mentee'],
  shown_name: ['first name', 'firstname', 'given name', 'fornavn', 'fornamn', 'tilltalsnamn', 'alias'],
  surname: ['surname', 'last name', 'lastname', 'family name', 'etternavn', 'efternavn', 'efternamn', 'slektsnavn'],
  phone: ['phone', 'phone number', 'mobile', 'mobile phone', 'telephone', 'telefon', 'telefonnummer', 'tlf', 'tlf nr', 'mobil', 'mobiltelefon', 'mobilnummer', 'mobilnr'],
  gender: ['gender', 'sex', 'kjonn', 'kon'],
  locale: ['mail language', 'language of mails', 'preferred language', 'sprak for e post', 'kontaktsprak', 'foretrukket sprak', 'foretrukne sprog', 'sprog for mails', 'sprak for mejl'],
  field: ['field', 'field of work', 'profession', 'occupation', 'isco', 'isco code', 'isco 08', 'fag', 'fagfelt', 'fagomrade', 'yrke', 'profesjon', 'yrkesomrade', 'stilling', 'stillingsbetegnelse', 'job title', 'title', 'bransje', 'branche', 'erhverv', 'fagomraade', 'arbejdsomrade', 'bransch', 'omrade', 'industry'],
  specialism: ['specialism', 'speciality', 'specialty', 'specialisation', 'specialization', 'spesialitet', 'spesialisering', 'spesialfelt', 'speciale', 'specialisering', 'specialitet', 'inriktning'],
  languages: ['languages', 'language', 'language skills', 'spoken languages', 'sprak', 'sprog', 'sprakkunnskaper', 'sprakferdigheter', 'sprogkundskaber', 'sprakkunskaper', 'mother tongue', 'native language', 'first language', 'morsmal', 'modersmal', 'forstesprak'],
  works_in: ['works in', 'can work in', 'working languages', 'languages at work', 'work languages', 'arbeidssprak', 'kan jobbe pa', 'kan arbeide pa', 'arbejdssprog', 'kan arbejde pa', 'arbetssprak', 'kan arbeta pa', 'kan jobba pa'],
  practises: ['wants to practise', 'wants to practice', 'practises', 'practices', 'languages to practise', 'vil ove pa', 'onsker a ove pa', 'ovingssprak', 'vil ove sig i', 'vil gerne ove sig i', 'vill ova pa', 'ova pa'],
  topics: ['topics', 'goals', 'offers', 'can help with', 'wants help with', 'help with', 'tema', 'temaer', 'emner', 'mal', 'kan hjelpe med', 'vil ha hjelp med', 'onsker hjelp med', 'kan hjaelpe med', 'vil have hjaelp til', 'onsker hjaelp til', 'kan hjalpa till med', 'kan hjalpa med', 'vill ha hjalp med', 'amnen', 'teman'],
  formats: ['format', 'formats', 'meets', 'way to meet', 'how to meet', 'moteform', 'motested', 'hvordan motes', 'modeform', 'motesform', 'motesformat', 'traffas'],
  place: ['place', 'city', 'town', 'municipality', 'lives in', 'location', 'mailing city', 'sted', 'by', 'kommune', 'bosted', 'bostedskommune', 'poststed', 'bopael', 'bopaelskommune', 'ort', 'kommun', 'bostadsort', 'hemkommun', 'stad'],
  hours: ['hours', 'hours a month', 'hours per month', 'timer', 'timer i maneden', 'timer per maned', 'timer pr maned', 'timer pr maaned', 'timmar', 'timmar i manaden', 'timmar per manad'],
  capacity: ['capacity', 'places', 'mentees at once', 'number of mentees', 'max mentees', 'kapasitet', 'plasser', 'antall mentees', 'antall menteer', 'kapacitet', 'pladser', 'antal mentees', 'platser'],
  migrated: ['has migrated', 'migrated', 'migrant', 'migrant background', 'innvandrerbakgrunn', 'har innvandret', 'indvandrerbaggrund', 'er indvandret', 'indvandret', 'har invandrat', 'utlandsk bakgrund', 'migrationsbakgrund'],
  prefers: ['prefers', 'mentor preference', 'onsker mentor', 'foretrekker', 'foretraekker', 'foredrar', 'onskar mentor'],
  prefers_gender: ['mentor gender', 'preferred gender', 'onsket kjonn', 'kjonn pa mentor', 'onsket kon', 'mentors kon', 'onskat kon'],
  about: ['about', 'about me', 'description', 'bio', 'biography', 'notes', 'om meg', 'om mig', 'beskrivelse', 'presentasjon', 'bakgrunn', 'praesentation', 'baggrund', 'beskrivning', 'presentation', 'bakgrund', 'om'],
  since: ['since', 'start', 'start date', 'joined', 'joined on', 'created date', 'registered', 'with us since', 'startdato', 'dato', 'registrert', 'opprettet', 'med siden', 'oprettet', 'registreret', 'startdatum', 'datum', 'registrerad', 'med sedan', 'skapad'],
}; // prettier-ignore
