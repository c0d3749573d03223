import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { TestProject } from 'vitest/node';
import { chromium } from 'playwright-core';
import { readHeaderRules } from '../../server/header-rules.ts';
import { serveSite } from '../../server/serve-site.ts';
import { listSite } from '../../server/site-files.ts';
import { chromiumFlags, chromiumPath } from '../../scripts/chromium.ts';
import { site } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
    chromium: string;
  }
}

/**
 * One site and one Chromium for all page tests. Nobody is signed in here, so there is no backend: its answers are 401. What
 * is open to visitors is empty; `tests/journeys` has the real one.
 */
export default async function setup(project: TestProject) {
  const [files, headers] = await Promise.all([listSite(site), readHeaderRules(site)]);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of headers(context.req.path)) context.res.headers.set(name, value);
  });
  app.post('/rest/v1/rpc/open_needs', (context) => context.json([]));
  app.get('*', serveSite(files));
  const browser = await chromium.launchServer({ executablePath: chromiumPath(), args: chromiumFlags });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      project.provide('siteUrl', `http://127.0.0.1:${port}`);
      resolve(started);
    });
  });
  project.provide('chromium', browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.close();
  };
}
