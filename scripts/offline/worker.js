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

self.addEventListener('activate', (event) => {
  const forget = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('fotfeste-') && !name.endsWith(version)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

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

async function keepAll(lang) {
  const cache = await caches.open(cacheName(lang));
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  for (const address of [...pages[lang], ...shared]) {
    if (held.has(address)) continue;
    const answer = await fetch(address, { cache: 'no-cache', credentials: 'omit' }).catch(() => null);
    // Offline again: what is there stays, the rest comes with the next visit.
    if (!answer) return;
    if (answer.ok && !answer.redirected) await cache.put(address, answer);
  }
}

async function read(request) {
  const lang = languageOf(request.url);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (answer.status < 500) return answer;
  } catch {
    // No network, or one that answers too late.
  }
  const cache = await caches.open(cacheName(lang));
  const address = new URL(request.url).pathname;
  return (await cache.match(address)) ?? (await cache.match(`/${lang}/offline/`)) ?? Response.error();
}

async function fromCache(request) {
  return (await caches.match(request)) ?? fetch(request);
}
