/** Whether this is a whole code, however it was pasted: “1234 5678”, “12-34-56-78”. */
export function looksLikeCode(text: string): boolean {
  return /^\D*(\d\D*){8}$/.test(text);
}

/**
 * Where to go after signing in: the page one came from, if it is one of ours. A secret or a person comes along in the
 * address's fragment, so that no server ever reads it; `#content` is the page's own, of whoever skipped the header.
 */
export function nextPage(search: string, lang: string, fragment = ''): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  if (!/^\/[a-z]{2}\/(my|mentors|desk|apply|needs|join|referral)\//.test(next)) return `/${lang}/my/`;
  return fragment === '#content' ? next : next + fragment;
}

/** Where somebody was going when she asked for a code, until when that counts. */
export interface Way {
  to: string;
  /** In milliseconds since 1970: as long as the code. */
  until: number;
}

/**
 * Where somebody who signs in on this page is going: on from the page for signing in, or to stay where she is.
 * @param at the page's address
 */
export function wayFrom(
  { pathname, search, hash }: { pathname: string; search: string; hash: string },
  lang: string,
): string {
  return pathname.endsWith('/sign-in/')
    ? nextPage(search, lang, hash)
    : nextPage(`?next=${encodeURIComponent(pathname)}`, lang, hash);
}

/** The way that was kept, if it still counts and leads to a page of ours; else to my page. */
export function wayOn(kept: string | null, lang: string, now: number): string {
  const { to, until } = (JSON.parse(kept ?? '{}') ?? {}) as Partial<Way>;
  if (typeof to !== 'string' || !(Number(until) > now)) return nextPage('', lang);
  const [path = '', ...secret] = to.split('#');
  return nextPage(`?next=${encodeURIComponent(path)}`, lang, secret.length > 0 ? `#${secret.join('#')}` : '');
}
