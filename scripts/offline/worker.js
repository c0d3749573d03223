// Keeps the handbook, the job-search modules and the tools readable without a network, after one visit. The network is
// asked first, so nobody reads an old text while there is a new one. Nothing of the portal passes through here.
const version = '__VERSION__';
/** Addresses to keep, by language. */
const pages = __PAGES__;
const shared = __SHARED__;
const patience = 4000;

const cacheName = (lang) => `fotfeste-${lang}-${version}`;
const languageOf = (url) => new URL(url).pathname.split('/')[1];
/** On the shelves one may read without a network; what is not kept of them says so. */
const isReading = (url) =>
  languageOf(url) in pages && /^\/[a-z-]+\/(handbook|modules|tools)\//.test(new URL(url).pathname);

self.addEventListener('install', () => self.skipWaiting());

// What an earlier version kept stays until this one has the whole shelf: nobody is left without a text in between.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A page says which language is read; its shelf is then fetched one text at a time, so that the line stays free.
self.addEventListener('message', (event) => {
  const lang = event.data?.keep;
  if (pages[lang]) event.waitUntil(keepAll(lang));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isReading(request.url)) event.respondWith(read(request));
  else if (shared.includes(new URL(request.url).pathname)) event.respondWith(fromCache(request));
});

/** Keeps the whole shelf of a language, and only then lets go of what earlier versions kept of it. */
async function keepAll(lang) {
  const cache = await caches.open(cacheName(lang));
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  for (const address of [...pages[lang], ...shared]) {
    if (held.has(address)) continue;
    const answer = await fetch(address, { cache: 'no-cache', credentials: 'omit' }).catch(() => null);
    // Offline again, or nobody answers: what is there stays, the rest comes with the next visit.
    if (!answer || answer.status >= 500) return;
    if (answer.ok && !answer.redirected) await cache.put(address, answer);
  }
  for (const name of await shelves(lang)) if (name !== cacheName(lang)) await caches.delete(name);
}

/** The caches of a language, the newest first. */
async function shelves(lang) {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(`fotfeste-${lang}-`)).reverse();
}

/** A page as it is kept, by this version or else by an earlier one. */
async function copyOf(address) {
  const lang = languageOf(address);
  for (const name of [cacheName(lang), ...(await shelves(lang))]) {
    const copy = await caches.match(address, { cacheName: name });
    if (copy) return copy;
  }
}

/** The network first. Who has a copy waits for it no longer than patience lasts; who has none waits as for any page. */
async function read(request) {
  const { origin, pathname } = new URL(request.url);
  const copy = await copyOf(origin + pathname);
  try {
    if (!copy) return await fetch(request);
    const answer = await headersWithin(patience, request);
    if (answer.status < 500) return answer;
  } catch {
    // No network, or one that answers too late.
  }
  return copy ?? (await copyOf(`${origin}/${languageOf(request.url)}/offline/`)) ?? Response.error();
}

/** Fetches, and gives up where nothing has begun to come. What has begun may take its time. */
async function headersWithin(milliseconds, request) {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), milliseconds);
  try {
    return await fetch(request, { signal: waiting.signal });
  } finally {
    clearTimeout(timer);
  }
}

async function fromCache(request) {
  return (await caches.match(request)) ?? fetch(request);
}
