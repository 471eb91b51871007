// A 表态 before and after the discussion: a phone, the chair, the hall; what is told, and that nobody's stance is.
import { checkIn, expectConnected, press } from '../acts.ts';
import { expect, hall, member, moderator, quietMembers, test } from '../cast.ts';
import type { Page } from '@playwright/test';

const figures = async (page: Page, turn: string, ...rows: readonly string[]): Promise<void> => {
  await expect(page.getByRole('list', { name: `${turn}表态` }).getByRole('listitem')).toHaveText(rows);
};

test('where members stand', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 1, { phone: true });
  const screen = await hall(stage);
  const quiet = await quietMembers(stage, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  await checkIn(phone);
  for (const one of quiet) await one.checkIn();
  await press(chair, '开会');
  await expectConnected(phone);

  /** With the phone's: so many 支持, the others 有保留. */
  const taken = async (supporters: number): Promise<void> => {
    const [pulse] = (await chairsPulses()).slice(-1);
    if (pulse === undefined) throw new Error('no pulse was opened');
    await Promise.all(
      quiet.map((one, at) => one.take('TakePulse', { pulseId: pulse, stance: at < supporters - 1 ? 'support' : 'reserve' })),
    );
    await phone.getByRole('button', { name: '支持', exact: true }).click();
    await expect(phone.getByText('已记下：支持')).toBeVisible();
    await expect(chair.getByText('已表态 12 / 12')).toBeVisible();
    await expect(screen.getByText('已表态 12 / 12')).toBeVisible();
  };
  const [wire] = quiet;
  const chairsPulses = async (): Promise<readonly string[]> =>
    ((await wire?.eventsAfter(1)) ?? []).flatMap((told) => {
      if (!('bytes' in told)) return [];
      const { type, payload } = JSON.parse(told.bytes) as { type: string; payload: { pulseId: string } };
      return type === 'PulseOpened' ? [payload.pulseId] : [];
    });

  await test.step('before the discussion: 7 of 12', async () => {
    await chair.getByRole('tab', { name: '表态', exact: true }).click();
    await press(chair, '开始讨论前表态');
    await expect(screen.getByText('请各位委员在手机上表态')).toBeVisible();
    await phone.getByRole('button', { name: '有保留', exact: true }).click();
    await expect(phone.getByText('已记下：有保留')).toBeVisible();
    await taken(7);
    await press(chair, '结束表态');
    for (const page of [phone, screen, chair]) await figures(page, '讨论前', '支持7 人', '有保留或不支持5 人');
  });

  await test.step('after it: 6 of 12, and by how much it moved', async () => {
    await chair.getByLabel('就哪一条').selectOption({ label: '建议 1（讨论后）' });
    await press(chair, '开始讨论后表态');
    await taken(6);
    await press(chair, '结束表态');
    for (const page of [phone, screen, chair]) {
      await figures(page, '讨论后', '支持6 人', '有保留或不支持6 人');
      await expect(page.getByText('支持的比例下降 8 个百分点')).toBeVisible();
    }
  });

  await test.step('nobody was told where another stands', async () => {
    const heard = ((await wire?.eventsAfter(1)) ?? []).flatMap((told) => ('bytes' in told ? [told.bytes] : []));
    const stances = heard.filter((bytes) => bytes.includes('"PulseTaken"'));
    expect(stances.length).toBe(2);
    expect(stances.every((bytes) => bytes.includes(`"person":"${wire?.account}"`))).toBe(true);
  });
});
