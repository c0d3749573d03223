import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { Problem } from './problem.ts';

/** What `npm start` was asked for. */
export interface Options {
  port: number;
  host: string;
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
    return { ...values, port, data: resolve(values.data), site: resolve(values.site) };
  } catch (error) {
    throw new Problem(`${(error as Error).message} ${usage}`);
  }
}
