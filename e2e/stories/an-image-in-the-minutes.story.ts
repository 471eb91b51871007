// A picture is handed in, stands in everybody's text with its caption, and is in the Word file; nothing pasted makes a page ask elsewhere.
import type { Page } from '@playwright/test';
import { press } from '../acts.ts';
import { enter, expect, moderator, test } from '../cast.ts';
import { atDesk, beginUnder, expectOnDisk, minutesPath, sheet } from '../minutes.ts';
import { readWord } from '../word.ts';

/** A picture as a screen makes it. */
async function drawn(page: Page, width: number, height: number, type: string): Promise<Buffer> {
  const spelled = await page.evaluate(
    ([wide, high, kind]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high });
      const pen = canvas.getContext('2d');
      if (pen) {
        pen.fillStyle = '#a6231c';
        pen.fillRect(0, 0, Number(wide) / 2, Number(high));
      }
      return canvas.toDataURL(String(kind));
    },
    [width, height, type] as const,
  );
  return Buffer.from(spelled.split(',')[1] ?? '', 'base64');
}

const pictureIn = (page: Page) => sheet(page).getByRole('img');
/** px as the browser decoded it; 0 while it has not. */
const widthOf = (page: Page): Promise<number> =>
  pictureIn(page).evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));

test('an image in the minutes', async ({ setUp }) => {
  const stage = await setUp();
  await press(await moderator(stage), '开会');
  const writer = await atDesk(stage, 'mishu1');
  const other = await atDesk(stage, 'mishu2');
  const asked: string[] = [];
  for (const page of [writer, other]) page.on('request', (request) => void asked.push(new URL(request.url()).origin));

  await test.step('what is no picture is refused with a sentence, and nothing comes in', async () => {
    await beginUnder(writer, '协商情况');
    await writer.keyboard.type('委员先到现场察看。');
    await press(writer, '插入图片（PNG、JPEG）');
    const dialog = writer.getByRole('dialog', { name: '插入图片' });
    await dialog.getByLabel('图片文件').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<script>') });
    await dialog.getByRole('button', { name: '插入', exact: true }).click();
    await expect(dialog.getByText('这个文件不是能用的图片，请选 PNG 或 JPEG。')).toBeVisible();
    await expect(pictureIn(other)).toHaveCount(0);
  });

  await test.step('a picture larger than needed comes in smaller, with its caption, for everybody; one goes on writing below', async () => {
    const dialog = writer.getByRole('dialog', { name: '插入图片' });
    const buffer = await drawn(writer, 4800, 2400, 'image/jpeg');
    await dialog.getByLabel('图片文件').setInputFiles({ name: 'b.jpg', mimeType: 'image/jpeg', buffer });
    await dialog.getByLabel('题注').fill('图1 委员察看产业园');
    await dialog.getByRole('button', { name: '插入', exact: true }).click();
    for (const page of [writer, other]) await expect.poll(() => widthOf(page)).toBe(2400);
    await expect(pictureIn(other)).toHaveAttribute('alt', '图1 委员察看产业园');
    await expect(sheet(other).getByText('图1 委员察看产业园')).toBeVisible();
    await writer.keyboard.type('随后召开会议。');
    await expect(sheet(other).getByText('随后召开会议。')).toBeVisible();
    await expectOnDisk(writer);
  });

  await test.step('the caption is changed by the other', async () => {
    await pictureIn(other).click();
    await press(other, '修改图片下方的题注');
    const dialog = other.getByRole('dialog', { name: '修改题注' });
    await dialog.getByLabel('题注').fill('图1 委员在产业园察看');
    await dialog.getByRole('button', { name: '保存题注', exact: true }).click();
    await expect(pictureIn(writer)).toHaveAttribute('alt', '图1 委员在产业园察看');
    await expectOnDisk(other);
  });

  await test.step('who reads the draft sees it; a reload keeps it', async () => {
    const reader = await enter(stage, 'zhuchi2', { width: 1280, height: 800, path: minutesPath });
    await expect.poll(() => widthOf(reader)).toBe(2400);
    await writer.reload();
    await expect.poll(() => widthOf(writer)).toBe(2400);
  });

  await test.step('it is in the Word file, its caption below it', async () => {
    const loaded = writer.waitForEvent('download');
    await press(writer, '导出Word');
    const { paragraphs, pictures } = await readWord(await loaded);
    expect(pictures).toHaveLength(1);
    // A JPEG begins so.
    expect(pictures[0]?.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    const at = paragraphs.indexOf('委员先到现场察看。');
    expect(paragraphs.slice(at, at + 4)).toEqual(['委员先到现场察看。', '', '图1 委员在产业园察看', '随后召开会议。']);
  });

  await test.step('a pasted picture of another house makes no page ask there', async () => {
    await sheet(writer).getByText('随后召开会议。').click();
    await writer.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<p>贴来的<img src="https://evil.example/a.png"></p><figure data-image="https://evil.example/b.png">图</figure>',
      );
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(sheet(other).getByText('贴来的')).toBeVisible();
    await expect(pictureIn(other)).toHaveCount(1);
    expect(new Set(asked)).toEqual(new Set([stage.url]));
  });

  await test.step('deleted, it is gone for everybody; one undo brings it back', async () => {
    await pictureIn(writer).click();
    await press(writer, '删除这张图片');
    for (const page of [writer, other]) await expect(pictureIn(page)).toHaveCount(0);
    await writer.getByRole('button', { name: /^撤销/ }).click();
    for (const page of [writer, other]) await expect.poll(() => widthOf(page)).toBe(2400);
  });
});
