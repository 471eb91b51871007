// Knows what people do at the desk of the minutes, by the promised names and words; not in which order, nor what they write.
import { expect, type Locator, type Page } from '@playwright/test';
import { press } from './acts.ts';
import { enter, type Stage } from './cast.ts';

export const minutesPath = '/meeting/demo/minutes';
export const sheet = (page: Page): Locator => page.getByRole('textbox', { name: '会议纪要', exact: true });

/** Somebody of the office at the open desk. */
export async function atDesk(stage: Stage, account: string): Promise<Page> {
  const page = await enter(stage, account, { width: 1440, height: 900, path: minutesPath });
  await expectWritable(page);
  return page;
}

export const expectWritable = (page: Page): Promise<void> => expect(sheet(page)).toHaveAttribute('contenteditable', 'true');

/** Puts the caret into a heading. While others add lines above, what is clicked may move away under the hand: then one clicks again. */
export async function standAt(page: Page, heading: string): Promise<void> {
  // Faster than any hand, keys could come before the caret is there.
  await expect(async () => {
    await sheet(page).getByRole('heading', { name: heading, exact: true }).click();
    await expect(page.getByLabel('段落样式').locator('option:checked')).toHaveText(/标题/, { timeout: 1000 });
  }).toPass({ timeout: 10_000 });
}

/** Whether the caret stands at the end of its line, and still does after the page has been drawn twice. */
const standsAtTheEnd = (page: Page): Promise<boolean> =>
  sheet(page).evaluate(async () => {
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    const { focusNode, focusOffset } = getSelection() ?? {};
    const block = (focusNode instanceof Element ? focusNode : focusNode?.parentElement)?.closest('h1, h2, h3, h4, h5, h6, p');
    if (!focusNode || !block) return false;
    const rest = document.createRange();
    rest.setStart(focusNode, focusOffset ?? 0);
    rest.setEnd(block, block.childNodes.length);
    const after = rest.cloneContents();
    for (const other of after.querySelectorAll('[contenteditable=false]')) other.remove();
    return (after.textContent ?? '').replaceAll('\u2060', '') === '';
  });

/** A paragraph of one's own right below the heading one stands at. No hand presses both keys within a frame. */
export async function openLine(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('End');
    expect(await standsAtTheEnd(page)).toBe(true);
  }).toPass({ timeout: 10_000 });
  await page.keyboard.press('Enter');
}

/** Puts the caret into a paragraph of its own right below a heading. */
export async function beginUnder(page: Page, heading: string): Promise<void> {
  await standAt(page, heading);
  await openLine(page);
}

export async function writeUnder(page: Page, heading: string, text: string): Promise<void> {
  await beginUnder(page, heading);
  await page.keyboard.type(text);
}

/** What people wrote, block by block, without facts, others' carets and empty blocks. */
export const proseOf = (page: Page): Promise<readonly string[]> =>
  sheet(page).evaluate((editor) => {
    const copy = editor.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return [];
    for (const other of copy.querySelectorAll('[contenteditable=false]')) other.remove();
    // A caret is drawn between two word joiners.
    return [...copy.children].map((block) => (block.textContent ?? '').replaceAll('\u2060', '')).filter((text) => text !== '');
  });

/** Finished sentences that the page itself says are on disk: those without its mark, once it has drawn what it knows. */
export const onDiskOf = (page: Page): Promise<readonly string[]> =>
  sheet(page).evaluate(async (editor) => {
    const sentences = (blocks: string): readonly string[] =>
      [...editor.querySelectorAll(blocks)].map((block) => block.textContent ?? '').filter((text) => text.endsWith('。'));
    const written = sentences(':scope > p');
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    return sentences(':scope > p:not([data-saving])').filter((text) => written.includes(text));
  });

/** The facts as they read, one line of the list a line of a fact. */
export const factsOf = (page: Page): Promise<readonly string[]> => sheet(page).getByRole('note').getByRole('paragraph').allInnerTexts();

export const expectFact = (page: Page, line: string | RegExp): Promise<void> =>
  expect(sheet(page).getByRole('note').getByRole('paragraph').filter({ hasText: line }).first()).toBeVisible();

/** Where somebody else writes, by name. */
export const expectCaretOf = (page: Page, name: string): Promise<void> =>
  expect(sheet(page).getByText(name, { exact: true }).first()).toBeAttached();

/** What the eye reads beside the title; the ear hears it later. */
export const saveState = (page: Page): Locator =>
  page
    .getByRole('banner')
    .getByText(/存盘|保存|连接|写入|只读/)
    .and(page.locator('[aria-hidden=true]'));

/** Lets the page draw what it already knows. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

export async function expectOnDisk(page: Page, within = 10_000): Promise<void> {
  await drawn(page);
  await expect(saveState(page)).toHaveText('全部已存盘', { timeout: within });
}

/** A step of the signing that asks before it is done; what it asks for can be filled in first. */
export async function take(page: Page, step: string, fill: (dialog: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
  await press(page, step);
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: step, exact: true }).click();
  await expect(dialog).toBeHidden();
}
