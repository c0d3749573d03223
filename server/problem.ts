/** Something the person at the keyboard can repair: one clear sentence, shown without a stack. */
export class Problem extends Error {
  override name = 'Problem';
}

/** The `code` of a Node or Postgres error (`EACCES`, `23505`), or an empty string. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
