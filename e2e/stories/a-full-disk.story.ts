// A disk fills up under a meeting: everybody who can have it mended is told, nothing is called kept, and with room again all of it is.
import type { Page } from '@playwright/test';
import { expectConnected, press } from '../acts.ts';
import { enter, expect, member, secretary, test } from '../cast.ts';
import { atDesk, writeUnder } from '../minutes.ts';
import { smallDisk } from '../small-disk.ts';

const soon = { timeout: 20_000 };
const alarm = (page: Page) => page.getByRole('alert', { name: '系统提醒' });

test('a full disk', async ({ setUp }) => {
  const disk = smallDisk(32);
  test.skip(disk === null, '这里不能挂载测试用的磁盘，需要 root 权限');
  if (disk === null) return;
  try {
    const stage = await setUp({ env: { DATA_DIR: disk.folder } });
    await stage.kill9();
    disk.settle();
    await stage.restart();
    const [phone, office, desk] = [await member(stage, 1, { phone: true }), await secretary(stage), await atDesk(stage, 'mishu2')];
    const admin = await enter(stage, 'guanli', { width: 1280, height: 800, path: '/accounts' });
    await writeUnder(desk, '协商情况', '磁盘满以前写的。');

    await test.step('full: the office and the administrator are told, and nobody is told of anything kept', async () => {
      disk.fill();
      await press(phone, '签到');
      await desk.keyboard.type('磁盘满了以后写的。');
      for (const page of [office, admin]) await expect(alarm(page)).toBeVisible(soon);
      await expect(alarm(office)).toContainText('服务器暂时无法保存，新的操作没有记下');
      await expect(alarm(admin)).toContainText('新的内容没有保存下来');
      await expect(phone.getByText('服务器暂时无法保存', { exact: true })).toBeVisible(soon);
      await expect(phone.getByText(/已于 .+ 签到/)).toHaveCount(0);
      await expect(desk.getByText('服务器暂时无法存盘，请勿关闭本页，改动会自动重存', { exact: true }).first()).toBeVisible(soon);
      for (const page of [phone, office, desk, admin]) await expect(page.getByText(/已存盘|已保存|已计入/)).toHaveCount(0);
    });

    await test.step('mended: everything that waited is kept by itself, and the alarms go', async () => {
      disk.makeRoom();
      await expect(phone.getByText(/已于 .+ 签到/).first()).toBeVisible(soon);
      await expect(desk.getByText('全部已存盘', { exact: true }).first()).toBeVisible(soon);
      for (const page of [office, admin]) await expect(alarm(page)).toBeHidden(soon);
      await expectConnected(phone);
    });
  } finally {
    disk.end();
  }
});
