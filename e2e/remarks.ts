// Knows what people do with remarks at the desk, by the words on the screen; not in which order, nor what they say.
import { expect, type Locator, type Page } from '@playwright/test';
import { sheet } from './minutes.ts';

/** Selects words in the text as a hand does that draws over them: the last time they stand there. */
export async function select(page: Page, words: string): Promise<void> {
  await sheet(page).evaluate((editor, wanted) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    let found: Range | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      found = document.createRange();
      found.setStart(node, at);
      found.setEnd(node, at + wanted.length);
    }
    if (!found || !(editor instanceof HTMLElement)) throw new Error(`${wanted} does not stand in one piece`);
    editor.focus({ preventScroll: true });
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(found);
  }, words);
  await expect(page.getByRole('toolbar', { name: '所选文字' })).toBeVisible();
}

export const atSelection = (page: Page, name: string): Promise<void> =>
  page.getByRole('toolbar', { name: '所选文字' }).getByRole('button', { name, exact: true }).click();

/** The open panel; its tab says how many there are. */
export async function openRemarks(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: /^批注/ }).click();
  return page.getByRole('region', { name: '批注', exact: true });
}

/** One remark, by something that is written in it. */
export const cardWith = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text });

export const inCard = (page: Page, text: string, name: string): Promise<void> =>
  cardWith(page, text).getByRole('button', { name, exact: true }).click();

/** The words that are marked in the text, in order. */
export const markedIn = (page: Page): Promise<readonly string[]> =>
  sheet(page).evaluate((editor) =>
    [...editor.querySelectorAll('.remark')].map((mark) => (mark.textContent ?? '').replaceAll('\u2060', '')),
  );

export async function suggest(page: Page, words: string, instead: string): Promise<void> {
  await select(page, words);
  await atSelection(page, '建议改为');
  await page.getByLabel('改为', { exact: true }).fill(instead);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByRole('form', { name: '新的修改建议' })).toBeHidden();
}
