// Terms come into the sentence with one click, patterns with one more; what one secretary keeps the other has, and one undo takes back what one click put in.
import { press } from '../acts.ts';
import { expect, moderator, test } from '../cast.ts';
import { composerOn } from '../composing.ts';
import { atDesk, beginUnder, expectOnDisk, proseOf, sheet } from '../minutes.ts';
import { openPanel } from '../panels.ts';

test('terms and patterns', async ({ setUp }) => {
  const stage = await setUp();
  await press(await moderator(stage), '开会');
  const writer = await atDesk(stage, 'mishu1');
  const other = await atDesk(stage, 'mishu2');
  const text = async (): Promise<string> => (await proseOf(writer)).join('\n');

  await test.step('a term is found by its initials and comes where one writes; one goes on typing', async () => {
    await beginUnder(writer, '有关要求');
    await writer.keyboard.type('二、');
    const terms = await openPanel(writer, '用语');
    await terms.getByLabel('查找用语').fill('hyyq');
    // Whoever looked for it comes back to where they wrote.
    await terms.getByRole('button', { name: '插入“会议要求，”' }).click();
    await terms.getByLabel('查找用语').fill('张委员');
    await terms.getByRole('button', { name: '插入“张委员”' }).click();
    await writer.keyboard.type('牵头。');
    await expect.poll(text).toContain('二、会议要求，张委员牵头。');
    await expectOnDisk(writer);
  });

  await test.step('a term of the committee’s own is there for the other secretary', async () => {
    const terms = await openPanel(writer, '用语');
    await terms.getByRole('button', { name: '增加用语', exact: true }).click();
    const dialog = writer.getByRole('dialog', { name: '增加用语' });
    await dialog.getByLabel('用语', { exact: true }).fill('明川市第九届委员会');
    await dialog.getByLabel('分组', { exact: true }).fill('本会用语');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await expect(dialog).toBeHidden();
    const theirs = await openPanel(other, '用语');
    await expect(theirs.getByRole('button', { name: '插入“明川市第九届委员会”' })).toBeVisible();
  });

  await test.step('a pattern comes below with its first blank marked; one undo takes it back', async () => {
    await beginUnder(writer, '部门回应情况');
    await writer.keyboard.type('甲。');
    const before = await text();
    const patterns = await openPanel(writer, '模板');
    await patterns.getByRole('button', { name: '插入“落实安排”' }).click();
    await expect(sheet(writer).getByRole('heading', { name: '责任分工' })).toBeVisible();
    expect(await writer.evaluate(() => getSelection()?.toString())).toBe('〔　〕');
    await writer.getByRole('button', { name: /^撤销/ }).click();
    await expect.poll(text).toBe(before);
  });

  await test.step('what is marked is kept as a pattern, and the other puts it in', async () => {
    await sheet(writer).getByText('二、会议要求，张委员牵头。').click();
    await writer.keyboard.press('Home');
    await writer.keyboard.press('Shift+End');
    const patterns = await openPanel(writer, '模板');
    await patterns.getByRole('button', { name: '把选中的文字存为模板' }).click();
    const dialog = writer.getByRole('dialog', { name: '存为模板' });
    await dialog.getByLabel('名称').fill('牵头要求');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await expect(dialog).toBeHidden();
    await beginUnder(other, '协商情况');
    const theirs = await openPanel(other, '模板');
    await theirs.getByRole('button', { name: '插入“牵头要求”' }).click();
    await expect.poll(async () => (await text()).split('二、会议要求，张委员牵头。').length - 1).toBe(2);
  });

  await test.step('a term does not break into a word that is being composed', async () => {
    await beginUnder(writer, '有关要求');
    const terms = await openPanel(writer, '用语');
    await sheet(writer).focus();
    const composer = await composerOn(writer);
    await composer.type("luo'shi");
    // Without moving the focus, as a press of the button does not.
    await terms.getByRole('button', { name: '插入“会议认为，”' }).evaluate((button: HTMLElement) => button.click());
    await expect(writer.getByText('正文里正在输入，选好字后再插入。')).toBeVisible();
    await composer.choose('落实');
    expect(await composer.told()).toEqual(['compositionstart ', 'compositionend 落实']);
    expect(await text()).not.toContain('会议认为，落实');
  });
});
