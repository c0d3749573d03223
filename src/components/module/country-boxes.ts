import { getEntry } from 'astro:content';
import type { z } from 'zod';
import type { authority, Country } from '../../schemas/country.ts';

/** What a text says of one country, with the keys of the bodies that decide. */
export interface CountryBox {
  country: Country;
  authorities: string[];
  checked: Date;
  text: string;
}

/** The boxes with the bodies themselves. @throws where a key names no body, or one of another country */
export async function withAuthorities(boxes: readonly CountryBox[]) {
  return Promise.all(
    boxes.map(async (box) => ({
      ...box,
      authorities: await Promise.all(box.authorities.map((key) => authorityIn(box.country, key))),
    })),
  );
}

/** A public body by its key. @throws where there is none, or it is in another country */
export async function authorityIn(country: Country, key: string): Promise<z.infer<typeof authority>> {
  const found = await getEntry('authorities', key);
  if (!found) throw new Error(`Write src/content/authorities/${key}.yaml`);
  if (found.data.country !== country)
    throw new Error(`authorities/${key}.yaml is in ${found.data.country}, the box is for ${country}`);
  return found.data;
}
