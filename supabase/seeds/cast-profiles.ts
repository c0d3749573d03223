/** What the cast's mentors and mentees wrote in their profiles. */
const programme = 'highly-skilled';
const both = ['in-person', 'online'];

/** The mentors' rows, without standing and times. */
export const castMentors = (kari: string, jonas: string) => [
  {
    person: kari,
    programme,
    field: '2142',
    specialism: 'Bruer og betongkonstruksjoner',
    languages: [
      { language: 'no', level: 'N' },
      { language: 'en', level: 'C1' },
    ],
    offers: ['cv', 'interview', 'network', 'sector', 'work-culture'],
    interests: [],
    formats: both,
    place: 'no-0301',
    region: 'no-03',
    hours: 4,
    capacity: 2,
    migrated: false,
    about:
      'Jeg har tegnet bruer i atten år og leder nå en liten gruppe i et rådgivende firma. Jeg tar deg gjerne med ' +
      'ut på en byggeplass, og vi kan øve på intervju over en kopp kaffe.',
  },
  {
    person: jonas,
    programme,
    field: '2144',
    specialism: 'Pumper og turbiner',
    languages: [
      { language: 'no', level: 'N' },
      { language: 'en', level: 'C2' },
      { language: 'de', level: 'B2' },
    ],
    offers: ['job-search', 'cv', 'sector', 'language'],
    interests: [],
    formats: both,
    place: 'no-1108',
    region: 'no-11',
    hours: 3,
    capacity: 3,
    migrated: true,
    about:
      'Jeg kom selv hit fra Hamburg for tolv år siden og vet hvor lenge den første søknaden kan ta. Til daglig ' +
      'arbeider jeg med pumper og turbiner, og jeg kjenner de fleste verkstedene på Jæren.',
  },
];

/** The mentees' rows, without standing and times. */
export const castMentees = (amina: string, dawit: string) => [
  {
    person: amina,
    programme,
    field: '2142',
    specialism: 'Concrete structures',
    languages: [
      { language: 'ar', level: 'N' },
      { language: 'en', level: 'C1', use: ['work'] },
      { language: 'no', level: 'B1', use: ['practise'] },
    ],
    goals: ['cv', 'interview', 'network'],
    interests: [],
    formats: both,
    place: 'no-0301',
    region: 'no-03',
    hours: 4,
    prefers: 'any',
    prefers_gender: 'any',
    prefers_tongue: 'any',
    about:
      'I planned concrete structures for eight years, first in Amman and then on a hospital in Erbil. In Oslo I ' +
      'want to learn how offices here work, and which words belong in an application.',
  },
  {
    person: dawit,
    programme,
    field: '2144',
    specialism: 'Pumper og kjøleanlegg',
    languages: [
      { language: 'ti', level: 'N' },
      { language: 'en', level: 'B2' },
      { language: 'no', level: 'B2' },
    ],
    goals: ['job-search', 'sector', 'language'],
    interests: [],
    formats: both,
    place: 'no-1103',
    region: 'no-11',
    hours: 3,
    prefers: 'any',
    prefers_gender: 'any',
    prefers_tongue: 'any',
    about:
      'Jeg er maskiningeniør fra Asmara og har holdt kjøleanlegg i gang på et bryggeri i seks år. Nå vil jeg bli ' +
      'kjent med industrien i Rogaland og snakke mer norsk om faget mitt.',
  },
];
