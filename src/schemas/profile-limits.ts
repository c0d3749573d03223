/** Lengths and ranges that both profiles share, as the constraints in `20_people.sql`, `30_mentors.sql` and `32_mentees.sql` have them. */
export const profileLimits = {
  shown_name: { min: 1, max: 40 },
  specialism: { min: 2, max: 80 },
  about: { min: 20, max: 1200 },
  languages: { min: 1, max: 6 },
  interests: { min: 0, max: 5 },
  formats: { min: 1, max: 2 },
  hours: { min: 1, max: 40 },
};
