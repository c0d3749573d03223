/** Every programme takes mentees: one who may take part and one who may not, from the first question to a letter. */
import type { Said } from './apply-pages.ts';
import { drivePresets, type Preset } from './presets-stage.ts';

/** Whom most programmes are for; each asks only for some of it. */
const anybody: Said = {
  birth_year: '2003',
  gender: 'woman',
  came_as: 'refugee',
  country: ['So', 'Somalia'],
  arrival_year: '2019',
  formats: 'in-person',
  hours: '4',
  commitment: 'yes',
  languages: ['so N', 'en B2'],
  'education-level': 'bachelor',
  'education-where': 'home',
  'education-recognised': 'partly',
  student: 'yes',
  job_ready: 'yes',
  goals: 'network',
  prefers: 'any',
  about: 'I built web shops for five years and want to do that again.',
  channel: 'event',
  consent_store: 'yes',
};

/** By programme: the language it is applied for in, where it works, and what stands in the way of the second one. */
const presets: Preset[] = [
  ['highly-skilled', 'nb', 'no-11', 'education', { 'education-level': 'none' }],
  ['women-network', 'da', 'dk-84/dk-0101', 'gender', { gender: 'man' }],
  ['settle-in', 'sv', 'fi-18/fi-091', 'area', { place: 'fi-19', 'town-place': 'fi-19' }],
  ['business-leaders', 'da', 'dk-83/dk-0461', 'status', { came_as: 'work' }],
  ['company', 'en', 'dk-81', 'education', { 'education-level': 'trade-certificate' }],
  ['local-refugee', 'en', 'dk-82', 'education', { 'education-level': 'none', job_ready: 'no' }],
  ['international-students', 'en', 'dk-84', 'education', { student: 'no' }],
  ['youth', 'da', 'dk-85', 'age', { birth_year: '1980' }],
  ['supportive-adult', 'da', 'dk-84', 'gender', { gender: 'man' }],
];

drivePresets('mentee', anybody, presets);
