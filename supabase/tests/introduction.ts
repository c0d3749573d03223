/** Showing oneself to visitors, and what a visitor sees. */
import type { Sql } from 'postgres';

export const words = 'I build bridges, and I like to listen.';
export const show = (said = words, photo = false) =>
  `show_introduction('${said.replaceAll("'", "''")}', ${photo}, 'nb')`;

export interface Card {
  name: string;
  words: string;
  picture: { photo?: string; shape?: number } | null;
}

/** As somebody with no account: her role, and nobody's claims. */
export async function met(sql: Sql, programme = 'free'): Promise<Card[]> {
  return sql.begin(async (tx) => {
    await tx`select set_config('role', 'anon', true)`;
    const [row] = await tx`select public.meet_mentors(${programme}) as cards`;
    return row!.cards as Card[];
  });
}

/** The same, by name. */
export const namesMet = async (sql: Sql, programme?: string) =>
  (await met(sql, programme)).map(({ name }) => name).sort();
