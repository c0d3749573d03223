/** The profile forms as calls, with one field different. */

export type Form = Record<string, string>;
const common: Form = {
  shown_name: `'Signe'`,
  field: `'2512'`,
  specialism: `'Databases'`,
  languages: `'[{"language":"en","level":"C1"}]'`,
  formats: `'{online}'`,
  place: `'zz-north-bay'`,
  hours: `4`,
  about: `'Somebody who was made up for a test.'`,
};
const mentorForm: Form = { ...common, offers: `'{cv}'`, capacity: '2', migrated: 'null' };
const menteeForm: Form = { ...common, goals: `'{cv}'`, prefers: `'any'`, prefers_gender: `'woman'` };
export const save = (part: 'mentor' | 'mentee', different: Form = {}) => {
  const form = { ...(part === 'mentor' ? mentorForm : menteeForm), ...different };
  return `save_${part}_profile(${Object.entries(form).map(([name, value]) => `${name} => ${value}`).join(', ')})`; // prettier-ignore
};
export const text = (length: number) => `repeat('x', ${length})`;
export const spoken = (count: number) =>
  `(select jsonb_agg(jsonb_build_object('language', l, 'level', 'B1')) from unnest((array['en','no','da','sv','fi','ar','fa'])[:${count}]) l)`;
