// Two people in one line, one of them composing Chinese: no letter of pinyin leaves the page, no composition breaks, both end with the same text.
import type { Page } from '@playwright/test';
import { press } from '../acts.ts';
import { composerOn, sentBy } from '../composing.ts';
import { expect, moderator, test } from '../cast.ts';
import { atDesk, expectOnDisk, expectWritable, proseOf, sheet, writeUnder } from '../minutes.ts';

/** From the last heading on. */
const expectText = async (pages: readonly Page[], lines: readonly string[]): Promise<void> => {
  for (const page of pages) await expect.poll(async () => (await proseOf(page)).slice(6)).toEqual(lines);
};

const above = ['协商情况', '会议开始。', '形成的主要建议', '部门回应情况', '答复一。', '答复二。'];

const lineWith = (page: Page, text: string) => sheet(page).getByRole('paragraph').filter({ hasText: text });

/** Types at one end of the line that holds this text. */
async function typeAt(page: Page, end: 'Home' | 'End', line: string, text: string): Promise<void> {
  await lineWith(page, line).click();
  await page.keyboard.press(end);
  await page.keyboard.type(text);
}

async function deleteLine(page: Page, line: string): Promise<void> {
  await lineWith(page, line).click();
  for (const key of ['Home', 'Shift+End', 'Backspace', 'Backspace']) await page.keyboard.press(key);
}

test('two in one line', async ({ setUp }) => {
  const stage = await setUp();
  await press(await moderator(stage), '开会');
  const writer = await atDesk(stage, 'mishu1');
  const other = await atDesk(stage, 'mishu2');
  const sent = sentBy(writer);
  await writer.reload();
  await expectWritable(writer);
  await writeUnder(writer, '有关要求', '上一段。');
  for (const text of ['会议要求落实。', '要删的一段。', '下一段。']) {
    await writer.keyboard.press('Enter');
    await writer.keyboard.type(text);
  }
  const composer = await composerOn(writer);
  const caretBehind = async (line: string, characters: number): Promise<void> => {
    await lineWith(writer, line).click();
    await writer.keyboard.press('Home');
    for (let n = 0; n < characters; n += 1) await writer.keyboard.press('ArrowRight');
  };

  await test.step('while one composes the other writes above, below and in the same line, and deletes a paragraph', async () => {
    await caretBehind('会议要求', 2);
    await expectOnDisk(writer);
    const before = sent.updates();
    await composer.type("zhao'shang");
    await typeAt(other, 'End', '上一段。', '有人补充。');
    await typeAt(other, 'End', '下一段。', '也有人补充。');
    await typeAt(other, 'Home', '要求落实', '本次');
    await typeAt(other, 'End', '要求落实', '限期一年。');
    await deleteLine(other, '要删的一段。');
    await expectText([other], ['上一段。有人补充。', '本次会议要求落实。限期一年。', '下一段。也有人补充。']);
    await expect(writer.getByText(/^还有 \d+ 处更新，待输入完成后显示$/)).toBeVisible();
    await composer.type("zhao'shangyin'zi");
    expect(await composer.told()).toEqual(['compositionstart ']);
    await expectText([writer], ['上一段。', "会议zhao'shangyin'zi要求落实。", '要删的一段。', '下一段。']);
    expect(sent.updates()).toBe(before);
  });

  await test.step('the chosen word goes out once, and both have all of it', async () => {
    await composer.choose('招商引资');
    await expectText([writer, other], ['上一段。有人补充。', '本次会议招商引资要求落实。限期一年。', '下一段。也有人补充。']);
    expect(await composer.told()).toEqual(['compositionstart ', 'compositionend 招商引资']);
    await expect(writer.getByText(/待输入完成后显示/)).toBeHidden();
    await expectOnDisk(writer);
  });

  await test.step('a composition that is given up leaves nothing, and the caret where it was', async () => {
    const before = sent.updates();
    await composer.type('qi');
    await typeAt(other, 'Home', '要求落实', '同时，');
    await expect(writer.getByText(/待输入完成后显示/)).toBeVisible();
    await composer.cancel();
    await expectText([writer, other], ['上一段。有人补充。', '同时，本次会议招商引资要求落实。限期一年。', '下一段。也有人补充。']);
    expect(sent.updates()).toBe(before);
    await composer.type("gong'zuo");
    await composer.choose('工作');
    await expectText([writer, other], ['上一段。有人补充。', '同时，本次会议招商引资工作要求落实。限期一年。', '下一段。也有人补充。']);
  });

  await test.step('a word that is composed in a line somebody deletes is not lost', async () => {
    await composer.type("luo'di");
    await deleteLine(other, '要求落实');
    await expectText([other], ['上一段。有人补充。', '下一段。也有人补充。']);
    await composer.choose('落地');
    await expectText([writer, other], ['上一段。有人补充。', '下一段。也有人补充。']);
    await expect(writer.getByRole('region', { name: '没有存盘的文字' })).toContainText('落地');
  });

  await test.step('an empty line that is added above moves nobody’s caret', async () => {
    await writeUnder(writer, '部门回应情况', '答复一。');
    await writer.keyboard.press('Enter');
    await writeUnder(other, '协商情况', '会议开始。');
    await other.keyboard.press('Enter');
    await expect(sheet(writer).getByText('会议开始。')).toBeVisible();
    await expectOnDisk(other);
    await writer.keyboard.type('答复二。');
    for (const page of [writer, other]) await expect.poll(async () => (await proseOf(page)).slice(2, 8)).toEqual(above);
  });

  await test.step('no letter has left the page', async () => {
    expect(sent.hold('招商引资')).toBe(true);
    for (const letters of ['zhao', 'shang', 'yin', 'gong', 'zuo', 'luo']) expect(sent.hold(letters), letters).toBe(false);
  });
});
