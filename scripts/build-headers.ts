import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltPage } from './build-pages.ts';

const everywhere: Record<string, string> = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
};

/**
 * Writes `_headers`, which the embedded server and the usual static hosts apply. Later blocks win over earlier ones, and
 * `! Name` takes a header away first. Inline code is allowed by hash, so a changed script needs no changed list; each
 * section allows its own only: one list for all pages was 2 kB, which no longer came with the page's first packets.
 */
export async function writeHeaders(
  root: string,
  pages: BuiltPage[],
  backend: string | undefined,
): Promise<void> {
  const connect = backend ? ["'self'", new URL(backend).origin] : ["'self'"];
  const bySection = Map.groupBy(pages, ({ url }) => sectionOf(url));
  // Where nothing is, the page that says so is shown under the address that was asked for.
  const lost = pages.filter(({ url }) => /\/404(\/|\.html)$/.test(url));
  const policyOf = (section: string) =>
    `Content-Security-Policy: ${policy([...(bySection.get(section) ?? []), ...lost], connect, section)}`;
  const sections = [...bySection.keys()].filter(Boolean).sort();
  const blocks = [
    block('/*', [policyOf(''), ...lines(everywhere)]),
    ...sections.map((section) =>
      block(`/:lang/${section}/*`, ['! Content-Security-Policy', policyOf(section)]),
    ),
    block('/assets/*', ['Cache-Control: public, max-age=31536000, immutable']),
    // The worker that keeps pages offline must not outlive the pages it knows.
    block('/sw.js', ['Cache-Control: no-cache']),
    block('/fonts/*', ['Cache-Control: public, max-age=31536000, immutable']),
  ];
  await writeFile(join(root, '_headers'), blocks.join('\n'));
}

/** `handbook` of `/en/handbook/the-first-hour/`; empty for front pages. */
const sectionOf = (url: string): string => /^\/[a-z-]+\/([^/]+)\//.exec(url)?.[1] ?? '';

function policy(pages: BuiltPage[], connect: string[], section: string): string {
  const scripts = hashes(pages, /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g);
  const styles = hashes(pages, /<style([^>]*)>([\s\S]*?)<\/style>/g);
  // Only the search page runs WebAssembly: Pagefind's.
  if (section === 'search') scripts.unshift("'wasm-unsafe-eval'");
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    `connect-src ${connect.join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `form-action ${connect.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    // One address may be made into a script: the worker that keeps the handbook readable without a network.
    'trusted-types fotfeste-offline',
  ].join('; ');
}

function hashes(pages: BuiltPage[], tag: RegExp): string[] {
  const found = new Set<string>();
  for (const { html } of pages) {
    for (const [, attributes, code] of html.matchAll(tag)) {
      // Data blocks (JSON) are not run, so they need no permission.
      if (/type="(application|text)\/(ld\+)?json"/.test(attributes ?? '') || !code) continue;
      found.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
    }
  }
  return [...found].sort();
}

function lines(headers: Record<string, string>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function block(path: string, rules: string[]): string {
  return [path, ...rules.map((rule) => `  ${rule}`), ''].join('\n');
}
