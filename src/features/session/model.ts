/** What an address must look like to be worth a mail; whether it exists only the mail can tell. */
export function looksLikeAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/.test(text.trim());
}

/** Whether this is a whole code, however it was pasted: “1234 5678”, “12-34-56-78”. */
export function looksLikeCode(text: string): boolean {
  return /^\D*(\d\D*){8}$/.test(text);
}

/**
 * Where to go after signing in: the page one came from, if it is one of ours. A secret comes along in the address's
 * fragment, so that no server ever reads it.
 */
export function nextPage(search: string, lang: string, fragment = ''): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  if (/^\/[a-z]{2}\/(needs|join)\/$/.test(next)) return next + fragment;
  return /^\/[a-z]{2}\/(my|mentors|desk|apply)\//.test(next) ? next : `/${lang}/my/`;
}
