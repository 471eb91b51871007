// What a consultation has left is found by two characters, kept as one file, and taken in by another house that checks it first.
import { readFileSync, writeFileSync } from 'node:fs';
import { press } from '../acts.ts';
import { arrive, enter, expect, signIn, test } from '../cast.ts';

const office = { width: 1440, height: 900 };
const title = '政协明川市委员会2022年第3次双月专题协商座谈会';

test('a whole file goes elsewhere', async ({ setUp }, testInfo) => {
  test.setTimeout(120_000);
  const here = await setUp();
  const there = await setUp({ mode: 'serve' });
  const secretary = await enter(here, 'mishu1', { ...office, path: '/' });

  await test.step('a member finds by two characters what they may read', async () => {
    const member = await enter(here, 'weiyuan01', { width: 390, height: 844, phone: true, path: '/' });
    await member.getByRole('searchbox', { name: '查找纪要、发言、建议' }).fill('基金');
    await press(member, '查找');
    await expect(member.getByRole('heading', { name: title })).toBeVisible();
    await member.getByRole('link', { name: '纪要', exact: true }).click();
    await expect(member.getByRole('link', { name: /^纪要〔2022〕3号/ }).first()).toBeVisible();
    await expect(member.locator('mark').first()).toHaveText('基金');
    await member.getByRole('searchbox').fill('没有这个词');
    await press(member, '查找');
    await expect(member.getByText('没有找到“没有这个词”')).toBeVisible();
  });

  const file = testInfo.outputPath('file.zip');
  await test.step('the secretary keeps the whole file', async () => {
    await secretary.getByRole('link', { name: '卷宗', exact: true }).click();
    const [kept] = await Promise.all([secretary.waitForEvent('download'), press(secretary, `导出卷宗：${title}`)]);
    expect(kept.suggestedFilename()).toBe(`卷宗-${title}.zip`);
    await kept.saveAs(file);
  });

  const other = await arrive(there, office);
  await test.step('another house is set up, with a secretary', async () => {
    const admin = await arrive(there, office);
    await admin.goto(/http\S+\/setup#\S+/.exec(there.said)?.[0] ?? '');
    await admin.getByLabel('委员会名称').fill('政协云泽市委员会');
    await admin.getByLabel('账号').fill('guanli');
    await admin.getByLabel('姓名').fill('管理员');
    await admin.getByLabel('密码', { exact: true }).fill('yun-ze-2026');
    await admin.getByLabel('再填一次').fill('yun-ze-2026');
    await press(admin, '完成设置');
    await press(admin, '批量导入');
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('textbox').fill('姓名\t账号\t身份\t界别\t单位\n乙秘书\tmishu\t会务秘书\t\t市政协办公室');
    await press(admin, '导入 1 个账号');
    await expect(dialog.getByText('已建立 1 个账号')).toBeVisible();
    const password = await dialog.getByRole('row').filter({ hasText: '乙秘书' }).getByRole('cell').last().innerText();
    await other.goto(there.url);
    await signIn(other, 'mishu', password);
  });

  const takeIn = async (path: string) => {
    await press(other, '导入卷宗');
    const dialog = other.getByRole('dialog');
    await dialog.getByLabel('卷宗文件').setInputFiles(path);
    await dialog.getByRole('button', { name: '导入卷宗' }).click();
    return dialog;
  };

  await test.step('a file with one changed byte is refused, and the reason told', async () => {
    await other.getByRole('link', { name: '卷宗', exact: true }).click();
    await expect(other.getByText('还没有导入过别处的卷宗。')).toBeVisible();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('"type":"MeetingOpened"');
    bytes[at + 10] = (bytes[at + 10] ?? 0) ^ 1;
    const changed = testInfo.outputPath('changed.zip');
    writeFileSync(changed, bytes);
    const dialog = await takeIn(changed);
    await expect(dialog.getByText('卷宗里的文件与目录不符，可能被改动过。请向原单位重新索取。')).toBeVisible();
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  await test.step('the whole one is taken in, read and found', async () => {
    await takeIn(file);
    await other.getByRole('link', { name: '查阅' }).click();
    await expect(other.getByRole('heading', { name: '存证核对通过' })).toBeVisible();
    await expect(other.getByText('应到委员 32 人，实到 28 人，请假 3 人')).toBeVisible();
    await expect(other.getByRole('article')).toContainText('〔2022〕3号');
    await other.getByRole('link', { name: '查找', exact: true }).click();
    await other.getByRole('searchbox').fill('能耗指标');
    await press(other, '查找');
    await expect(other.getByText('外来卷宗')).toBeVisible();
    await other.getByRole('link', { name: title }).click();
    await expect(other.getByRole('heading', { name: '存证核对通过' })).toBeVisible();
  });
});
