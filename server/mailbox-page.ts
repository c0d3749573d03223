import { createHash } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { KeptMail, Mailbox } from './mailbox.ts';

/** Shows the mails of this machine to whoever sits at it, and to nobody else. */
export function mailboxPage(mailbox: Mailbox): Handler {
  return async (c) => {
    if (!isHere(c)) return c.text('Not found', 404);
    c.header('Content-Security-Policy', policy);
    c.header('Cache-Control', 'no-store');
    const address = c.req.query('to')?.trim();
    return c.html(page(await mailbox.newest(address), address));
  };
}

/** Asked from this machine, under one of its own names, and not through a proxy. */
function isHere(c: Context): boolean {
  const from = getConnInfo(c).remote.address ?? '';
  const name = new URL(c.req.url).hostname;
  const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded');
  return (
    /^(127\.|::1$|::ffff:127\.)/.test(from) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(name) && !proxied
  );
}

const style = `
  :root { color-scheme: light dark }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
  article { border-top: 1px solid; padding: 1rem 0 }
  h2 { margin: 0; font-size: 1.15rem }
  pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
  .code { font-size: 1.6rem; font-weight: 700; letter-spacing: .15em }
  input, button { font: inherit; padding: .4rem .6rem }
`;

/** The page has no other style, and no script at all. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

function page(mails: KeptMail[], address: string | undefined): string {
  const list = mails.map(item).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Local mailbox</title>
<style>${style}</style></head>
<body><main>
<h1>Local mailbox</h1>
<p>Mails this machine would have sent, newest first. They go nowhere else.</p>
<form><label>Only to <input type="email" name="to" value="${escape(address ?? '')}" autocomplete="off"></label> <button>Show</button></form>
${list || '<p>No mails yet.</p>'}
</main></body></html>`;
}

function item({ id, address, subject, text, sent_at }: KeptMail): string {
  const code = /^\s*(\d{8})\s*$/m.exec(text)?.[1];
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  return `<article id="mail-${id}" data-address="${escape(address)}">
<h2>${escape(subject)}</h2>
<p>To ${escape(address)}, <time datetime="${sent_at.toISOString()}">${sent_at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></p>
${code ? `<p class="code">${code}</p>` : ''}
${link ? `<p><a href="${escape(link)}">${escape(link)}</a></p>` : ''}
<details><summary>The whole mail</summary><pre>${escape(text)}</pre></details>
</article>`;
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
