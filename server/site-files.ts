import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A file of the built site. */
export interface SiteFile {
  /** Absolute place on disk. */
  path: string;
  type: string;
  /** Changes when the file does; worked out when it is first asked for. */
  etag: () => Promise<string>;
  /** Encodings that lie ready beside it. */
  ready: { br?: string; gzip?: string };
  /** Its name carries a hash of its content, so it may be kept for ever. */
  forever: boolean;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/**
 * Lists the built site by URL path. Only what is in this list is ever served, so no path can lead out of the folder.
 * @param site absolute folder; one that is missing gives an empty list
 */
export async function listSite(site: string): Promise<Map<string, SiteFile>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const all = new Set(names);
  const files = new Map<string, SiteFile>();
  for (const name of names) {
    if (/^(_headers|_redirects|\.built-of)$|\.(br|gz)$/.test(name)) continue;
    const path = join(site, name);
    const file: SiteFile = {
      path,
      type: types[extname(name)] ?? 'application/octet-stream',
      etag: etagOf(path),
      ready: {
        ...(all.has(`${name}.br`) && { br: `${path}.br` }),
        ...(all.has(`${name}.gz`) && { gzip: `${path}.gz` }),
      },
      forever: /^(_astro|assets)\//.test(name),
    };
    files.set(`/${name}`, file);
    if (name.endsWith('index.html')) files.set(`/${name.slice(0, -'index.html'.length)}`, file);
  }
  return files;
}

function etagOf(path: string): () => Promise<string> {
  let etag: Promise<string> | undefined;
  const read = async () =>
    `"${createHash('sha256')
      .update(await readFile(path))
      .digest('base64url')
      .slice(0, 22)}"`;
  return () => (etag ??= read());
}
