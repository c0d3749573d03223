/** Every programme takes mentors: one whom nothing stands in the way of and one who is read all the same, to a letter. */
import type { Said } from './apply-pages.ts';
import { drivePresets, type Preset } from './presets-stage.ts';

/** Somebody who has work, an hour a week, and English. */
const anybody: Said = {
  gender: 'woman',
  migrated: 'no',
  formats: 'in-person',
  languages: ['en C1'],
  offers: 'job-search',
  hours: '4',
  commitment: 'yes',
  motivation: 'society',
  about: 'I have built web shops for fifteen years, and like to listen.',
  consent_store: 'yes',
};

/**
 * As for mentees. Mentors are held to language, area and commitment alone, and only one programme asks for a language. Where
 * a programme works in the whole country, all that is left of its area is another country.
 */
const presets: Preset[] = [
  ['highly-skilled', 'nb', 'no-11', 'language', { languages: ['ar N', 'en A2'] }],
  ['women-network', 'da', 'dk-84/dk-0101', 'area', { place: 'dk-81', 'town-place': 'dk-81' }],
  ['settle-in', 'sv', 'fi-18/fi-638', 'area', { 'town-place': 'fi-078' }],
  ['business-leaders', 'da', 'dk-83/dk-0461', 'area', { place: 'dk-84', 'town-place': 'dk-84' }],
  ['company', 'en', 'dk-81', 'commitment', { commitment: 'no' }],
  ['local-refugee', 'en', 'dk-82', 'area', { place: 'no-03' }],
  ['international-students', 'en', 'dk-84', 'area', { place: 'dk-83' }],
  ['youth', 'nb', 'dk-85', 'commitment', { commitment: 'no' }],
  ['supportive-adult', 'sv', 'dk-84', 'area', { place: 'fi-18' }],
];

drivePresets('mentor', anybody, presets);
