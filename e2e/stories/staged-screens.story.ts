// The screens of the house: looked at first and then shown, each for itself; a vote comes before; one that is cut off is found out.
import type { Page } from '@playwright/test';
import { goToStage, press } from '../acts.ts';
import { expectOpenToAll } from '../axe.ts';
import { enter, expect, hall, moderator, quietMembers, test } from '../cast.ts';
import { attending } from '../quiet-members.ts';

const notice = '茶歇在二楼大厅，请各位委员回到会场';
const sideScreen = '/meeting/demo/screen?name=%E4%BE%A7%E5%B1%8F';

const choose = (office: Page, scene: string): Promise<void> => office.getByRole('radio', { name: scene, exact: true }).check();
const rowOf = (office: Page, screen: string) =>
  office.getByRole('list', { name: '各块屏' }).getByRole('listitem').filter({ hasText: screen });
const choosesScreen = (office: Page, screen: string): Promise<void> => rowOf(office, screen).locator('[aria-pressed]').click();
const agendaOn = (screen: Page) => screen.getByRole('region', { name: '议程' });

test('staged screens', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const main = await hall(stage);
  const side = await enter(stage, 'pangting1', { width: 1920, height: 1080, path: sideScreen });
  await chair.getByRole('tab', { name: '屏幕' }).click();

  await test.step('what is looked at is in nobody’s sight until it is put up', async () => {
    await expect(rowOf(chair, '主屏')).toContainText('已连接');
    await choose(chair, '会务通知');
    await chair.getByLabel('通知内容').fill(notice);
    await expect(chair.locator('[inert]').getByText(notice)).toBeVisible();
    await expectOpenToAll(chair);
    await expect(main.getByText('欢迎参加')).toBeVisible();
    await press(chair, '上屏 · 主屏');
    await expect(main.getByText(notice)).toBeVisible();
    await expect(side.getByText('欢迎参加')).toBeVisible();
  });

  await test.step('another screen is registered and shows something else, also to whoever comes late', async () => {
    await rowOf(chair, '侧屏').getByRole('button', { name: '登记' }).click();
    await choosesScreen(chair, '侧屏');
    await choose(chair, '议程');
    await press(chair, '上屏 · 侧屏');
    await expect(agendaOn(side)).toBeVisible();
    await side.reload();
    await expect(agendaOn(side)).toBeVisible();
    await expect(main.getByText(notice)).toBeVisible();
  });

  await test.step('a vote takes the main screen, and leaves the others alone', async () => {
    for (const one of await quietMembers(stage, attending(18, 2))) await one.checkIn();
    await chair.getByRole('tab', { name: '会场' }).click();
    await press(chair, '开会');
    await goToStage(chair, '表决');
    await press(chair, '开始表决');
    await expect(main.getByText('已表决')).toBeVisible();
    await expect(main.getByText(notice)).toBeHidden();
    await expect(agendaOn(side)).toBeVisible();
    await chair.getByRole('tab', { name: '屏幕' }).click();
    await choose(chair, '会标');
    await expect(chair.getByRole('button', { name: '上屏 · 主屏' })).toHaveAccessibleDescription('还有表决没有结束，请先结束表决。');
  });

  await test.step('a result is shown once it is announced', async () => {
    await choosesScreen(chair, '侧屏');
    await choose(chair, '表决结果');
    await expect(chair.getByRole('button', { name: '上屏 · 侧屏' })).toHaveAccessibleDescription('还没有公布结果的表决。');
    await chair.getByRole('tab', { name: /^表决/ }).click();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await expect(main.getByRole('region', { name: '表决结果' })).toBeVisible();
    await chair.getByRole('tab', { name: '屏幕' }).click();
    await choosesScreen(chair, '侧屏');
    await choose(chair, '表决结果');
    await press(chair, '上屏 · 侧屏');
    await expect(side.getByRole('region', { name: '表决结果' })).toBeVisible();
  });

  await test.step('a screen without a line says since when, and the office sees it', async () => {
    await side.context().setOffline(true);
    await expect(side.getByText(/数据停留在 \d\d:\d\d:\d\d/)).toBeVisible();
    await expect(rowOf(chair, '侧屏')).toContainText(/停留在|断线/, { timeout: 30_000 });
    await expect(rowOf(chair, '主屏')).toContainText('已连接');
    await press(chair, '跟随会议');
    await expect(rowOf(chair, '侧屏')).toContainText('跟随会议');
    await expect(side.getByRole('region', { name: '表决结果' })).toBeVisible();
    await side.context().setOffline(false);
    await expect(side.getByText(/数据停留在/)).toBeHidden();
    await expect(rowOf(chair, '侧屏')).toContainText('已连接');
  });
});
