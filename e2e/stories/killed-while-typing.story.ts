// kill -9 under five typists, ten times, and browsers that end with the server: what a page called saved is there, once.
import type { Page } from '@playwright/test';
import { enter, expect, quietPerson, test, type Stage } from '../cast.ts';
import { beginUnder, expectOnDisk, expectWritable, minutesPath, onDiskOf, proseOf, saveState } from '../minutes.ts';
import { memberAccount } from '../quiet-members.ts';

const kills = 10;
const typists = [
  { mark: '甲', account: 'mishu1', heading: '协商情况' },
  { mark: '乙', account: 'mishu2', heading: '有关要求' },
  { mark: '丙', account: memberAccount(1), heading: '形成的主要建议' },
  { mark: '丁', account: memberAccount(2), heading: '部门回应情况' },
  { mark: '戊', account: memberAccount(3), heading: '有关要求' },
] as const;
type Typist = (typeof typists)[number];

const sentence = (mark: string, round: number, n: number): string => `${mark}：第${round}轮第${n}句，一字不少。`;

async function sitDown(stage: Stage, { account, heading }: Typist): Promise<Page> {
  const page = await enter(stage, account, { width: 1280, height: 800, path: minutesPath });
  await expectWritable(page);
  await beginUnder(page, heading);
  return page;
}

test('killed while typing', async ({ setUp }) => {
  test.setTimeout(300_000);
  const stage = await setUp();
  const chair = await quietPerson(stage, 'zhuchi');
  await chair.take('OpenMeeting');
  for (const { account } of typists.slice(2)) await chair.take('PermitWriter', { person: account });
  const pages = new Map<Typist, Page>();
  for (const typist of typists) pages.set(typist, await sitDown(stage, typist));

  /** What must be there in the end: all that a page called saved before its browser ended, and all of those that live. */
  const owed = new Set<string>();
  /** What was typed in the browsers of now. */
  const typed = new Map<Typist, string[]>(typists.map((typist) => [typist, []]));
  for (let round = 1; round <= kills; round += 1) {
    await test.step(`kill ${round}`, async () => {
      // In every second round one of the browsers ends in the same moment, with all that it kept.
      const ending = round % 2 === 0 ? typists[(round / 2 - 1) % typists.length] : undefined;
      const write = async (typist: Typist): Promise<void> => {
        for (const n of [1, 2]) {
          const text = sentence(typist.mark, round, n);
          typed.get(typist)?.push(text);
          await pages.get(typist)?.keyboard.type(text);
          await pages.get(typist)?.keyboard.press('Enter');
        }
      };
      const writing = typists.map((typist) => (typist === ending ? write(typist).catch(() => undefined) : write(typist)));
      // The moment: one has written all, the others are in the middle of it.
      await writing[typists.indexOf(ending ?? typists[0])];
      const page = ending && pages.get(ending);
      for (const text of page ? await onDiskOf(page) : []) if (ending && text.startsWith(ending.mark)) owed.add(text);
      await Promise.all([stage.kill9(), page?.context().close()]);
      for (const [typist, one] of pages) if (typist !== ending) await expect(saveState(one)).not.toHaveText('全部已存盘');
      await stage.restart();
      await Promise.all(writing);
      if (ending) typed.set(ending, []);
      if (ending) pages.set(ending, await sitDown(stage, ending));
    });
  }

  await test.step('all that was called saved is there once, the same on every page, and on disk', async () => {
    for (const page of pages.values()) await expectOnDisk(page, 20_000);
    for (const text of [...typed.values()].flat()) owed.add(text);
    await stage.kill9();
    await stage.restart();
    const reader = await enter(stage, 'zhuchi', { width: 1280, height: 800, path: minutesPath });
    await expect.poll(async () => (await proseOf(reader)).length).toBeGreaterThan(owed.size);
    const text = await proseOf(reader);
    for (const page of pages.values()) await expect.poll(() => proseOf(page)).toEqual(text);
    expect(
      [...owed].filter((line) => !text.includes(line)),
      text.join('\n'),
    ).toEqual([]);
    expect(new Set(text).size).toBe(text.length);
  });
});
