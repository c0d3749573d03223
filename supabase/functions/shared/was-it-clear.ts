/** What a reader answers below a page. */
export interface ReadersAnswer {
  /** Address without the language, e.g. `handbook/the-first-hour`. */
  page: string;
  lang: string;
  clear: boolean;
}

/**
 * Takes the form below a page, counts it, and leads to a page of thanks; a script that asked hears the status alone.
 * @param site origin of the site, empty where it is this one
 * @param isPage whether the site has a page with this address, so that nobody fills the table with others
 * @param count answers whether it could be counted
 */
export function answerReader(
  site: string,
  isPage: (address: string) => boolean | Promise<boolean>,
  count: (answer: ReadersAnswer) => Promise<boolean>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const headers = { 'Access-Control-Allow-Origin': site || '*', 'Cache-Control': 'no-store' };
    const form = await request.formData().catch(() => new FormData());
    const said = (name: string) => String(form.get(name) ?? '');
    const [page, lang, clear] = [said('page'), said('lang'), said('clear')];
    const sound =
      /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(page) && /^[a-z]{2}$/.test(lang) && /^(yes|no)$/.test(clear);
    const known = sound && (await isPage(`/${lang}/${page}/`));
    const counted = known && (await count({ page, lang, clear: clear === 'yes' }));
    if (!counted) return new Response(null, { status: 400, headers });
    return new Response(null, { status: 303, headers: { ...headers, Location: `${site}/${lang}/thanks/` } });
  };
}
