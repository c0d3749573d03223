import { isIPv6 } from 'node:net';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { Problem } from './problem.ts';

/** What `npm start` was asked for. */
export interface Options {
  port: number;
  host: string;
  /** Where this machine answers, without a slash at the end. */
  address: string;
  /** What links in mails and absolute addresses begin with: `PUBLIC_SITE_URL`, or the address. */
  siteUrl: string;
  /** Absolute folder that holds everything this machine remembers. */
  data: string;
  /** Absolute folder with the built site. */
  site: string;
  fresh: boolean;
  empty: boolean;
  build: boolean;
  /** Serve the sources, with reload, in place of a built site. */
  dev: boolean;
}

const usage = 'Options: --port N, --host NAME, --data DIR, --site DIR, --fresh, --empty, --no-build.';

/** Reads the command line; an unknown option or a port that is none is a {@link Problem}. */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      allowNegative: true,
      options: {
        port: { type: 'string', default: process.env['PORT'] ?? '4321' },
        host: { type: 'string', default: 'localhost' },
        data: { type: 'string', default: '.data' },
        site: { type: 'string', default: 'dist' },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        dev: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${values.port} is not a port.`);
    const address = `http://${isIPv6(values.host) ? `[${values.host}]` : values.host}:${port}`;
    const siteUrl = siteUrlOf(address);
    return { ...values, port, address, siteUrl, data: resolve(values.data), site: resolve(values.site) };
  } catch (error) {
    throw new Problem(`${(error as Error).message} ${usage}`);
  }
}

function siteUrlOf(address: string): string {
  const url = process.env['PUBLIC_SITE_URL'] || address;
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url))
    throw new Error(`PUBLIC_SITE_URL is “${url}”; write a whole address, such as https://example.org.`);
  return url.replace(/\/$/, '');
}
