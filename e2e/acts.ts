// Knows what people do with a page, by the accessible names that are promised to stay; not in which order.
import { expect, type Locator, type Page } from '@playwright/test';

/** Waits until it is lit: a press that is not the moment's is unlit, never ignored. */
export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

export async function checkIn(page: Page): Promise<void> {
  await press(page, '签到');
  await expect(page.getByText(/已于 .+ 签到/).first()).toBeVisible();
}

/** Goes on until the named stage is the present one, at most through the whole agenda. */
export async function goToStage(page: Page, name: string): Promise<void> {
  const stages = page.getByRole('complementary', { name: '会议环节' });
  const now = stages.locator('[aria-current=step]');
  for (let step = 0; step < 8; step += 1) {
    const before = await now.innerText();
    if (before.includes(name)) return;
    await press(page, '下一环节');
    await expect(now).not.toContainText(before.split('\n')[0] ?? '');
  }
  await expect(now).toContainText(name);
}

/** Until the moderator's page itself says that nobody speaks: a call pressed before would end the same speech again. */
export async function endSpeech(chair: Page): Promise<void> {
  await press(chair, '结束发言');
  await expect(chair.getByText('现在没有人发言')).toBeVisible();
}

export const floorOf = (page: Page): Locator => page.getByRole('region', { name: '正在发言' });
/** The name alone is the speaker's; those who are next stand beside their 界别. */
export const expectSpeaking = (page: Page, name: string): Promise<void> =>
  expect(floorOf(page).getByText(name, { exact: true })).toBeVisible();
/** The hall's screen also says it to those who listen, once. */
export async function expectInHall(screen: Page, name: string): Promise<void> {
  await expect(screen.getByText(`${name}正在发言。`)).toBeAttached();
  await expect(speechClock(screen)).toBeVisible();
}
export const speechClock = (page: Page): Locator => page.getByRole('timer', { name: '发言计时' });

export type ChoiceWord = '赞成' | '反对' | '弃权';

export async function cast(page: Page, choice: ChoiceWord): Promise<void> {
  await press(page, choice);
  await press(page, '确认提交');
  await expectCounted(page, choice);
}

export const expectCounted = (page: Page, choice: ChoiceWord): Promise<void> =>
  expect(page.getByText(`${choice} · 结束前可以更改`)).toBeVisible();

/** 赞成-反对-弃权-未按. */
export type Figures = readonly [number, number, number, number];

/** The named outcome of one recommendation in the region 表决结果, whichever page shows it; earlier ones are folded away. */
export async function expectResult(page: Page, number: number, figures: Figures, verdict: string): Promise<void> {
  const region = page.getByRole('region', { name: '表决结果' });
  const seen = region.filter({ hasText: new RegExp(`建议 ?${number}(?!\\d)`) });
  await expect(seen.getByText(verdict, { exact: true }).filter({ visible: true }).first()).toBeVisible();
  for (const [at, word] of (['赞成', '反对', '弃权', '未按'] as const).entries()) {
    const row = seen.getByRole('listitem').filter({ hasText: word, visible: true });
    await expect(row.getByText(String(figures[at]), { exact: true })).toBeVisible();
  }
}

export const expectConnected = (page: Page, within?: number): Promise<void> =>
  expect(page.getByText('已连接', { exact: true })).toBeVisible(within === undefined ? {} : { timeout: within });
