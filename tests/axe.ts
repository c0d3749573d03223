import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The part of axe's answer that is read here. */
interface Axe {
  run(
    part: string,
    how: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[] }>;
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const options = {
  runOnly: [...wcag, 'best-practice'],
  // Body text must reach 7:1 and large text 4.5:1, which is more than the level AA that the tags ask for.
  rules: { 'color-contrast-enhanced': { enabled: true } },
  // Passed rules need no report: that halves the time.
  resultTypes: ['violations'],
  // Only the rule on sound that plays by itself would read what is fetched anew, and there is no sound.
  preload: false,
  // The security policy lets no page hold another.
  iframes: false,
};

/**
 * Colours are a template's, how a link looks, how large it is, and its landmarks: its other pages are looked at without
 * them. Of what goes beyond WCAG, what a writer can break stays.
 */
const ofTexts = {
  ...options,
  runOnly: wcag,
  rules: {
    'color-contrast': { enabled: false },
    'link-in-text-block': { enabled: false },
    'target-size': { enabled: false },
    'heading-order': { enabled: true },
    'empty-heading': { enabled: true },
    'empty-table-header': { enabled: true },
    'image-redundant-alt': { enabled: true },
  },
};

/**
 * Lays out also what waits until somebody comes near: what has no place yet nobody can judge. Answers how wide the
 * page is then. Runs in the page.
 */
export function layOutAll(): number {
  if (document.adoptedStyleSheets.length === 0) {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [all];
  }
  return document.documentElement.scrollWidth;
}

/**
 * What axe finds wrong with a page as it stands now, one line per rule; with `main` only in what is its own among the
 * pages of a template. Injected once a page, unlike axe's own builder.
 */
export async function axeProblems(page: Page, part: 'html' | 'main' = 'html'): Promise<string[]> {
  await page.evaluate(layOutAll);
  const look = () => page.evaluate(problemsIn, [part, part === 'html' ? options : ofTexts] as const);
  const found = await look();
  if (found) return found;
  await page.evaluate(source);
  return (await look()) ?? ['axe is not there'];
}

/** Runs in the page; nothing where axe is not there yet. */
async function problemsIn([part, how]: readonly [string, object]): Promise<string[] | undefined> {
  const { axe } = window as unknown as { axe?: Axe };
  if (!axe) return undefined;
  const { violations } = await axe.run(part, how);
  // Fieldsets that say no question, which axe has no rule for: only a legend that is its own child names one.
  const nameless = [...document.querySelectorAll(`${part} fieldset`)].filter((group) => {
    const { width, height } = group.getBoundingClientRect();
    if (!width || !height || !group.checkVisibility({ visibilityProperty: true })) return false;
    const labels = (group.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const named = [
      group.querySelector(':scope > legend'),
      ...labels.map((id) => document.getElementById(id)),
    ];
    return ![group.ariaLabel, ...named.map((one) => one?.textContent)].some((text) => text?.trim());
  });
  return [
    ...violations.map(({ id, nodes }) => {
      const places = nodes
        .slice(0, 5)
        .map(({ html, any }) => `${html.slice(0, 110)} (${any[0]?.message ?? ''})`);
      return `axe ${id}: ${places.join(' | ')}`;
    }),
    ...nameless.map(
      (group) => `a fieldset needs a legend as its own child: ${group.outerHTML.slice(0, 110)}`,
    ),
  ];
}
