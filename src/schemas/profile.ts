import * as z from 'zod/mini';
import { profileLimits } from './profile-limits.ts';
import { formats, interests, languageUses, levels, spokenLanguages } from './vocabulary.ts';

interface Limits {
  min: number;
  max: number;
}

/** A text without the blanks around it. */
const text = ({ min, max }: Limits) => z.string().check(z.trim(), z.minLength(min), z.maxLength(max));

/** A whole number between two others. */
export const whole = ({ min, max }: Limits) => z.int().check(z.minimum(min), z.maximum(max));

/** A key out of a long list the page knows and the database checks. */
const listed = (shape: RegExp) =>
  z.string().check(z.refine((value) => shape.test(value), { params: { key: 'form.choose-from-list' } }));

const spoken = z.object({
  language: z.enum(spokenLanguages),
  level: z.enum(levels),
  use: z.optional(z.array(z.enum(languageUses))),
});

/** What a mentor's and a mentee's profile have in common, named as the arguments of the verbs that save them. */
export const profile = {
  shown_name: text(profileLimits.shown_name),
  field: listed(/^\d{4}$/),
  specialism: z.string().check(z.trim(), z.regex(/^$|^.{2}/s), z.maxLength(profileLimits.specialism.max)),
  languages: z.array(spoken).check(
    z.minLength(profileLimits.languages.min),
    z.maxLength(profileLimits.languages.max),
    z.refine((list) => new Set(list.map(({ language }) => language)).size === list.length, {
      params: { key: 'form.language-twice' },
    }),
  ),
  interests: z.array(z.enum(interests)).check(z.maxLength(profileLimits.interests.max)),
  formats: z.array(z.enum(formats)).check(z.minLength(profileLimits.formats.min)),
  place: listed(/^[a-z]{2}-[a-z0-9]+$/),
  hours: whole(profileLimits.hours),
  about: text(profileLimits.about),
};
