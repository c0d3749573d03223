import { parse } from 'yaml';
import sources from '../../content/sources.yaml?raw';

interface Published {
  name: string;
  year: number;
}
const documents = parse(sources) as Record<string, Published>;

/** A published document by its own Danish name and year. @throws if `src/content/sources.yaml` does not have it */
export function documentName(number: string): string {
  const found = documents[number];
  if (!found) throw new Error(`Add document ${number} to src/content/sources.yaml`);
  return `${found.name} (${found.year})`;
}
