// Knows how a page is searched for what keeps people out: names, contrast, roles; not which page.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.1 A and AA; every finding is said with the place it is at. */
export async function expectOpenToAll(page: Page): Promise<void> {
  // A colour on its way is no colour: nothing begins to fade any more, and what fades has come to its end; what turns for ever is taken as it is.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
  // The pages' policy admits no foreign script: it is run as the browser's own.
  await page.evaluate(await readFile(source, 'utf8'));
  const findings = await page.evaluate(async (): Promise<readonly Finding[]> => {
    const axe = (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: Finding[] }> } }).axe;
    return (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations;
  });
  await page.emulateMedia({ reducedMotion: null });
  expect(findings.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([]);
}
