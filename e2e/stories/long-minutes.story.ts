// Minutes too long to be taken in at once: cut beside the page, whole in the end, and written in like any others.
import { press } from '../acts.ts';
import { expect, moderator, test } from '../cast.ts';
import { atDesk, beginUnder, expectOnDisk, expectWritable, proseOf, writeUnder } from '../minutes.ts';

const paragraphs = [1, 2, 3].map((number) => `${'协商议政，'.repeat(6000)}第${number}段完。`);

test('long minutes', async ({ setUp }) => {
  const stage = await setUp();
  await press(await moderator(stage), '开会');
  const writer = await atDesk(stage, 'mishu1');
  await beginUnder(writer, '有关要求');
  for (const paragraph of paragraphs) {
    await writer.keyboard.insertText(paragraph);
    await writer.keyboard.press('Enter');
    await expectOnDisk(writer);
  }

  const reader = await atDesk(stage, 'mishu2');
  let cut = 0;
  reader.on('worker', () => (cut += 1));
  await reader.reload();
  await expectWritable(reader);
  expect(await proseOf(reader)).toEqual(await proseOf(writer));
  expect((await proseOf(reader)).filter((block) => paragraphs.includes(block))).toEqual(paragraphs);
  expect(cut).toBe(1);

  await writeUnder(reader, '形成的主要建议', '读完之后写的一句。');
  await expectOnDisk(reader);
  await expect.poll(async () => (await proseOf(writer)).includes('读完之后写的一句。')).toBe(true);
  expect(await proseOf(reader)).toEqual(await proseOf(writer));
});
