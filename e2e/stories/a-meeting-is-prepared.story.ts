// A server nobody has used yet: from the one-time link to a member who checks in on a phone without a password.
import type { Page } from '@playwright/test';
import { checkIn, press } from '../acts.ts';
import { arrive, expect, signIn, test } from '../cast.ts';

const office = { width: 1440, height: 900 };
const phone = { width: 390, height: 844, phone: true };

const accounts = [
  ['姓名', '账号', '身份', '界别', '单位'],
  ['乙秘书', 'mishu', '会务秘书', '', '市政协办公室'],
  ['钱主持', 'zhuchi', '主持人', '', ''],
  ['阿卜杜拉江', 'abudu', '委员', '社会福利和社会保障界', ''],
  ['孔代表', 'kong', '部门代表', '', '市人力资源和社会保障局'],
];
/** 邹生 has no account: a link is the only door. */
const roll = [
  ['姓名', '身份', '界别', '座位'],
  ['阿卜杜拉江', '委员', '社会福利和社会保障界', '1排1座'],
  ['邹生', '委员', '经济界', '1排2座'],
  ['孔代表', '部门代表', '', ''],
  ['查无此人', '不知道', '', ''],
];
const pasted = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join('\t')).join('\n');

async function goToStep(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '筹备步骤' }).getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

test('a meeting is prepared', async ({ setUp }) => {
  const stage = await setUp({ mode: 'serve' });
  const admin = await arrive(stage, office);
  const secretary = await arrive(stage, office);

  await test.step('the link of the terminal makes the first administrator, once', async () => {
    const link = /http\S+\/setup#\S+/.exec(stage.said)?.[0] ?? '';
    await admin.goto(link);
    await admin.getByLabel('委员会名称').fill('政协云泽市委员会');
    await admin.getByLabel('账号').fill('guanli');
    await admin.getByLabel('姓名').fill('管理员');
    await admin.getByLabel('密码', { exact: true }).fill('yun-ze-2026');
    await admin.getByLabel('再填一次').fill('yun-ze-2026');
    await press(admin, '完成设置');
    await expect(admin.getByRole('heading', { name: '账号管理' })).toBeVisible();
  });

  const password = await test.step('accounts are pasted, each with a first password', async () => {
    await press(admin, '批量导入');
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('textbox').fill(pasted(accounts));
    await press(admin, '导入 4 个账号');
    await expect(dialog.getByText('已建立 4 个账号')).toBeVisible();
    return dialog.getByRole('row').filter({ hasText: '乙秘书' }).getByRole('cell').last().innerText();
  });

  await test.step('the secretary finds no meeting and begins one', async () => {
    await secretary.goto(stage.url);
    await signIn(secretary, 'mishu', password);
    await expect(secretary.getByText('还没有会议')).toBeVisible();
    await press(secretary, '新建会议');
    await secretary.getByLabel('会议名称').fill('2026年第1次双月专题协商座谈会');
    await secretary.getByLabel('议题').fill('完善链长制工作机制');
    await press(secretary, '开始筹备');
    await expect(secretary.getByRole('navigation', { name: '筹备步骤' })).toBeVisible();
  });

  await test.step('the roll is pasted; a wrong row is left out, a person without an account is a guest', async () => {
    await goToStep(secretary, '参会名单');
    await press(secretary, '粘贴或导入名单');
    const dialog = secretary.getByRole('dialog');
    await dialog.getByRole('textbox').fill(pasted(roll));
    await expect(dialog.getByRole('status')).toHaveText(/2 行可以列入，2 行需要处理/);
    const guest = dialog.getByRole('row').filter({ hasText: '邹生' });
    await guest.getByRole('button', { name: '不用账号，凭邀请链接参会' }).click();
    await press(secretary, '列入 3 人');
    await expect(secretary.getByText('委员 2 人 · 部门代表 1 人 · 其他 2 人')).toBeVisible();
  });

  await test.step('recommendations are pasted and lose their numbering', async () => {
    await goToStep(secretary, '建议稿');
    await press(secretary, '一次粘贴多条');
    await secretary.getByRole('dialog').getByRole('textbox').fill('一、建议完善链长制。\n2. 建议设立招商项目库。');
    await press(secretary, '加入 2 条');
    await expect(secretary.getByText('建议完善链长制。', { exact: true })).toBeVisible();
  });

  await test.step('the meeting is convened', async () => {
    await goToStep(secretary, '检查与召开');
    await press(secretary, '召开会议');
    await press(secretary, '确定召开');
    await expect(secretary.getByRole('tab', { name: '邀请链接' })).toBeVisible();
  });

  const link = await test.step('a guest gets a link of their own', async () => {
    await press(secretary, '为邹生生成二维码');
    await press(secretary, '生成二维码');
    return secretary
      .getByRole('dialog')
      .getByText(/\/join#/)
      .innerText();
  });

  const guest = await arrive(stage, phone);
  await test.step('the link opens the meeting on a phone, and the guest checks in', async () => {
    await guest.goto(link);
    await expect(guest.getByText('完善链长制工作机制')).toBeVisible();
    await checkIn(guest);
  });

  await test.step('on a second phone the link is refused with what to do', async () => {
    const second = await arrive(stage, phone);
    await second.goto(link);
    await expect(second.getByRole('heading', { name: '没能进入会议' })).toBeVisible();
  });

  await test.step('the office sees who is here, and a postponement reaches phone and notice', async () => {
    await press(secretary, '关闭');
    await secretary.getByRole('tab', { name: '会前安排' }).click();
    await expect(secretary.getByRole('button', { name: /^邹生.*已签到/ })).toBeVisible();
    await press(secretary, '推迟会议');
    const dialog = secretary.getByRole('dialog');
    await dialog.getByLabel('新的开会时间').fill('2030-06-10T14:30');
    await dialog.getByLabel('理由').fill('场地冲突');
    await press(secretary, '确认推迟');
    await expect(guest.getByText('2030年6月10日 星期一 14:30')).toBeVisible();
    await secretary.getByRole('tab', { name: '会议通知' }).click();
    await expect(secretary.getByText('2030年6月10日 星期一 14:30')).toBeVisible();
  });
});
