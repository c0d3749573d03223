import { readFile } from 'node:fs/promises';
import type { Context, Handler } from 'hono';
import { packBrotli, packGzip } from './pack.ts';
import type { Redirects } from './redirects.ts';
import type { SiteFile } from './site-files.ts';

/** Answers with files of the built site; an old address leads to its new one, any other gets its language's 404 page. */
export function serveSite(files: Map<string, SiteFile>, redirects: Redirects = () => undefined): Handler {
  const packed = new Map<string, Buffer>();
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return c.text('Method not allowed', 405, { Allow: 'GET, HEAD' });
    const path = c.req.path;
    const name = decoded(path);
    const file = files.get(name);
    if (file) return answer(c, file, 200, packed);
    if (name && files.has(`${name}/`)) return c.redirect(`${path}/${new URL(c.req.url).search}`, 301);
    const now = redirects(path);
    if (now) return c.redirect(now + new URL(c.req.url).search, 301);
    const missing = missingPage(files, path);
    return missing ? answer(c, missing, 404, packed) : c.text('Not found', 404);
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function missingPage(files: Map<string, SiteFile>, path: string): SiteFile | undefined {
  const language = path.split('/')[1] ?? '';
  const candidates = [`/${language}/404.html`, `/${language}/404/`, '/404.html', '/404/'];
  return candidates.map((name) => files.get(name)).find(Boolean);
}

async function answer(c: Context, file: SiteFile, status: 200 | 404, packed: Map<string, Buffer>) {
  c.header('Content-Type', file.type);
  const etag = await file.etag();
  c.header('ETag', etag);
  c.header('Vary', 'Accept-Encoding');
  c.header(
    'Cache-Control',
    file.forever && status === 200
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate',
  );
  if (status === 200 && c.req.header('If-None-Match') === etag) return c.body(null, 304);
  const { body, encoding } = await encode(file, c.req.header('Accept-Encoding') ?? '', packed);
  if (encoding) c.header('Content-Encoding', encoding);
  c.header('Content-Length', String(body.length));
  if (c.req.method === 'HEAD') return c.body(null, status);
  return c.body(new Uint8Array(body), status);
}

async function encode(file: SiteFile, accepted: string, packed: Map<string, Buffer>) {
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const wins = /charset|wasm/.test(file.type);
  if (!encoding || !wins) return { body: await readFile(file.path), encoding: null };
  const ready = file.ready[encoding];
  if (ready) return { body: await readFile(ready), encoding };
  const key = `${encoding} ${await file.etag()}`;
  let body = packed.get(key);
  if (!body) {
    const content = await readFile(file.path);
    body = await (encoding === 'br' ? packBrotli(content, file.type) : packGzip(content));
    packed.set(key, body);
  }
  return { body, encoding };
}
