// A secret vote on two recommendations, with the keys in the hands of three scrutineers: two phones, a server killed twice,
// two keys handed in, a receipt checked; and nothing of it left in any browser.
import type { Page } from '@playwright/test';
import { checkIn, expectConnected, goToStage, press } from '../acts.ts';
import { expect, hall, member, moderator, quietMembers, quietPerson, test } from '../cast.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Marks both recommendations and seals. */
async function seal(page: Page, first: string, second: string): Promise<void> {
  await page.getByRole('group', { name: '建议 1', exact: true }).getByRole('button', { name: first }).click();
  await page.getByRole('group', { name: '建议 2', exact: true }).getByRole('button', { name: second }).click();
}

const kept = (page: Page, start: string): Promise<readonly string[]> =>
  page.evaluate((begins) => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith(begins)), start);

test('a secret vote', async ({ setUp }) => {
  test.setTimeout(240_000);
  const stage = await setUp();
  const phones = [await member(stage, 1, { phone: true }), await member(stage, 2, { phone: true })] as const;
  const scrutineers = [
    await member(stage, 3, { phone: true }),
    await member(stage, 4, { phone: true }),
    await member(stage, 5, { phone: true }),
  ];
  for (const page of [...phones, ...scrutineers]) await checkIn(page);
  const [phone, other] = phones;
  const quiet = await quietMembers(stage, [6, 7]);
  for (const one of quiet) await one.checkIn();
  const chair = await moderator(stage);
  const screen = await hall(stage);
  await press(chair, '开会');
  const desk = await quietPerson(stage, 'mishu1');
  await desk.take('NameScrutineers', { persons: ['weiyuan03', 'weiyuan04', 'weiyuan05'] });
  await goToStage(chair, '表决');

  await test.step('three scrutineers make a key each, in their own browsers', async () => {
    await chair.getByRole('checkbox', { name: /选择建议 ?2/ }).check();
    await chair.getByRole('radio', { name: '无记名' }).check();
    await chair.getByRole('radio', { name: '三位监票人' }).check();
    await expect(chair.getByText('还差 3 位监票人备好密钥')).toBeVisible();
    for (const page of scrutineers) {
      await press(page, '备好密钥');
      await expect(page.getByText('密钥已备好，等待投票')).toBeVisible();
    }
    await expect(chair.getByText('已备好密钥')).toBeVisible();
  });

  await test.step('the ballots go out', async () => {
    await chair.getByRole('radio', { name: '带标记词' }).check();
    await chair.getByRole('radio', { name: '结束前可以改投' }).check();
    await press(chair, '开始表决');
    await expect(phone.getByText('无记名投票：您的选择在这台设备上密封后才送出')).toBeVisible();
    await expect(screen.getByText('无记名投票').first()).toBeVisible();
  });

  await test.step('one ballot is acknowledged by a receipt; another is sealed while the server is dead', async () => {
    await seal(phone, '赞成', '反对');
    await press(phone, '密封并提交');
    await expect(phone.getByText('已计入', { exact: true })).toBeVisible();
    await stage.kill9();
    await expect(other.getByText('已连接', { exact: true })).toBeHidden();
    await seal(other, '反对', '弃权');
    await press(other, '密封并提交');
    await expect(other.getByText('正在送出…')).toBeVisible();
    await stage.restart();
    await expect(other.getByText('已计入', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expectConnected(phone);
  });

  await test.step('the first voter thinks again, and finds the new receipt after a reload', async () => {
    await press(phone, '改投');
    await seal(phone, '赞成', '赞成');
    await press(phone, '改投这一张');
    await expect(phone.getByText('已计入', { exact: true })).toBeVisible();
    await phone.reload();
    await expect(phone.getByText('已计入', { exact: true })).toBeVisible();
    expect(await kept(phone, 'xieshang.ballot.')).toEqual([]);
  });

  await test.step('a scrutineer votes too; the desk sees how many, and who has not', async () => {
    const [one] = scrutineers;
    if (!one) throw new Error('nobody watches');
    await seal(one, '赞成', '赞成');
    await press(one, '密封并提交');
    await expect(one.getByText('已计入', { exact: true })).toBeVisible();
    await expect(chair.getByText('发出 7　收回 3')).toBeVisible();
  });

  await test.step('ended, and opened by two of three keys, though the server was killed between them', async () => {
    await press(chair, '结束表决');
    await expect(chair.getByText('投票已结束，等待交出密钥')).toBeVisible();
    await expect(screen.getByText('等待监票人开票 · 已交出密钥 0 / 2')).toBeVisible();
    const [one, two] = scrutineers;
    if (!one || !two) throw new Error('nobody watches');
    const handIn = async (page: Page, name: string): Promise<void> => {
      await press(page, name);
      await press(page, '交出密钥');
    };
    await handIn(one, '交出密钥，参加开票');
    await expect(one.getByText('您已交出密钥，等待另一位。')).toBeVisible();
    await stage.kill9();
    await stage.restart();
    await expectConnected(one);
    await expectConnected(two);
    await handIn(two, '交出密钥，参加开票');
    await handIn(one, '再交一次');
    await expect(screen.getByText('等待公布结果')).toBeVisible();
  });

  await test.step('told, with what went out and what came back', async () => {
    await press(chair, '公布结果');
    await expect(phone.getByText('发出 7 张，收回 3 张').first()).toBeAttached();
    await expect(phone.getByText('密封的票和密钥已销毁').first()).toBeAttached();
  });

  await test.step('a receipt is checked: my mark beside my words', async () => {
    const mine = section(phone, '我的无记名投票');
    await expect(mine.getByText('已计入')).toBeVisible();
    const words = await mine.locator('dd').first().innerText();
    await mine.getByRole('link', { name: '查验回执' }).click();
    await phone.getByLabel('标记词，或票的散列（前 16 位）').fill(words.replace(/ /g, '').toLowerCase());
    await press(phone, '查验');
    await expect(phone.getByText('查到了')).toBeVisible();
    await expect(phone.getByText('公布的票表里写的是“赞成”')).toBeVisible();
    await phone.getByLabel('标记词，或票的散列（前 16 位）').fill('红山 红山 0000 0000');
    await press(phone, '查验');
    await expect(phone.getByText('没有查到')).toBeVisible();
  });

  await test.step('no browser holds a key or an unanswered ballot', async () => {
    for (const page of scrutineers) {
      await expect.poll(() => kept(page, 'xieshang.scrutineer-key.')).toEqual([]);
      expect(await kept(page, 'xieshang.ballot.')).toEqual([]);
    }
  });
});
