// A network that lets no WebSocket through: the minutes are written together all the same, over the other way, and saved.
import { press } from '../acts.ts';
import { expect, moderator, test } from '../cast.ts';
import { atDesk, expectCaretOf, expectOnDisk, proseOf, saveState, writeUnder } from '../minutes.ts';
import { proxyWithoutUpgrades } from '../proxy.ts';
import { freePort } from '../server.ts';

test('WebSocket is blocked', async ({ setUp }) => {
  const port = await freePort();
  const front = `http://127.0.0.1:${port}`;
  const stage = await setUp({ env: { PUBLIC_ORIGIN: front }, front });
  const proxy = await proxyWithoutUpgrades(port, () => stage.url);
  try {
    await press(await moderator(stage), '开会');
    const one = await atDesk(stage, 'mishu1');
    const other = await atDesk(stage, 'mishu2');
    const refused = proxy.upgradesRefused();
    expect(refused).toBeGreaterThan(0);

    await test.step('two write at once and see each other', async () => {
      await writeUnder(one, '协商情况', '会议强调，');
      await writeUnder(other, '有关要求', '会议要求，');
      await Promise.all([one.keyboard.type('要一链一策。'), other.keyboard.type('年内拿出招商图谱。')]);
      for (const page of [one, other]) {
        await expect.poll(() => proseOf(page)).toEqual(expect.arrayContaining(['会议强调，要一链一策。', '会议要求，年内拿出招商图谱。']));
        await expectOnDisk(page);
      }
      await expectCaretOf(one, '子');
      await expectCaretOf(other, '癸');
    });

    await test.step('a server that is killed and comes back has it all, and what was written meanwhile', async () => {
      await stage.kill9();
      await expect(saveState(one)).not.toHaveText('全部已存盘', { timeout: 30_000 });
      await one.keyboard.type('久久为功。');
      await stage.restart();
      await expectOnDisk(one, 30_000);
      for (const page of [one, other])
        await expect.poll(() => proseOf(page), { timeout: 30_000 }).toEqual(expect.arrayContaining(['会议强调，要一链一策。久久为功。']));
    });

    await test.step('a page that is loaded anew reads the same', async () => {
      await other.reload();
      await expect.poll(() => proseOf(other)).toEqual(await proseOf(one));
    });
  } finally {
    await proxy.close();
  }
});
