const byRefusal: Record<string, string> = {
  field_unknown: 'field',
  place_unknown: 'place',
  place_outside_programme: 'place',
  languages_unsound: 'languages',
  capacity_over_programme: 'capacity',
  capacity_in_use: 'capacity',
  no_place_twice: 'capacity',
};
const constraint =
  /^(?:mentor_|mentee_)?(shown_name|specialism|languages|goals|offers|interests|formats|hours|capacity|prefers_gender|prefers_tongue|prefers|about)_/;

/** The field of a profile form that a refusal of the database is about: constraints carry the field in their name. */
export function profileField(refusal: string): string | undefined {
  return byRefusal[refusal] ?? constraint.exec(refusal)?.[1];
}
