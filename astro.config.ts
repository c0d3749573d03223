import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { finish } from './scripts/build-finish.ts';

export default defineConfig({
  // Only absolute addresses (canonical, hreflang, sitemap) use it; the site itself runs on any host.
  site: process.env.PUBLIC_SITE_URL ?? 'http://localhost:4321',
  trailingSlash: 'always',
  build: {
    // One cached file for every page, and no inline style that the security policy would have to name.
    inlineStylesheets: 'never',
    assets: 'assets',
  },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [preact(), finish()],
});
