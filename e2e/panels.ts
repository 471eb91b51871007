// Knows what people do in the panels beside the minutes, by the words they read there; not what they look for.
import { expect, type Locator, type Page } from '@playwright/test';
import { sheet } from './minutes.ts';

export async function openPanel(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click();
  return panelOf(page, name);
}

export const panelOf = (page: Page, name: string): Locator => page.getByRole('tabpanel', { name, exact: true });

/** From the text, by the keys; the field has the focus afterwards. */
export async function callFind(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+f');
  const panel = panelOf(page, '查找');
  await expect(panel.getByLabel('查找', { exact: true })).toBeFocused();
  return panel;
}

export const lineWith = (page: Page, text: string): Locator => sheet(page).getByRole('paragraph').filter({ hasText: text });
