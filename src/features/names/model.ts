/** What codes of fields and places are called in one language. */
export interface Names {
  /** By ISCO-08 unit group. */
  fields: Record<string, string>;
  /** By region and by municipality. */
  places: Record<string, string>;
}

/** A value and what it is called. */
export type Listed = [value: string, label: string];

export interface FieldGroup {
  /** A sub-major group's two digits. */
  code: string;
  label: string;
  groups: Listed[];
}
export interface Country {
  country: string;
  label: string;
  regions: { key: string; label: string; municipalities: Listed[] }[];
}
