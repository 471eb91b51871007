// Opens notice, report, votes and sign-in sheet with LibreOffice, where there is one, and measures the pages as they are drawn.
import { expect, test, type TestContext } from 'vitest';
import { noticeSheet, reportSheet, rollSheet, sheetDocx, votesSheet } from './index.ts';
import { lookAt, missingTools, rowsOf, type Pages } from './testing/rendered.ts';
import { after, before, largeAfter } from './testing/meetings.ts';

const missing = missingTools();
const opened = (name: string, check: () => Promise<void>): void =>
  test(name, { timeout: 120_000 }, async ({ skip }: TestContext) => {
    if (missing !== null) skip(missing);
    await check();
  });

const red = (r: number, g: number, b: number): boolean => r > 180 && g < 110 && b < 110;
const dark = (r: number, g: number, b: number): boolean => r < 110 && g < 110 && b < 110;
/** The text area in millimetres. */
const area = { top: 37, bottom: 262, left: 28, right: 184 };
const bare = (text: string | undefined): string => (text ?? '').replace(/\s/g, '');

/** Nothing but the page's number stands outside the 版心; a mark of punctuation may lean out by a hair. */
function withinArea({ picture }: Pages, page: number): void {
  const inside = rowsOf(picture(page), dark).filter(({ at }) => at < area.bottom + 1);
  expect(inside[0]?.at).toBeGreaterThan(area.top - 0.5);
  expect(Math.min(...inside.map(({ from }) => from))).toBeGreaterThan(area.left - 0.6);
  expect(Math.max(...inside.map(({ to }) => to))).toBeLessThan(area.right + 4);
}

for (const [name, make] of [
  ['会议通知', () => noticeSheet(before)],
  ['协商报告', () => reportSheet(after)],
] as const)
  opened(`${name}: the mark begins 72 mm below the paper’s edge, the red rule is 156 mm long, the first page shows text`, async () => {
    lookAt(await sheetDocx(make()), (pages) => {
      const rows = rowsOf(pages.picture(1), red);
      expect(Math.abs((rows[0]?.at ?? 0) - 72)).toBeLessThan(1.5);
      const rule = rows.filter(({ dots }) => dots > 800);
      expect(rule.length).toBeGreaterThanOrEqual(1);
      expect(rule.length).toBeLessThanOrEqual(4);
      for (const { from, to } of rule) {
        expect(Math.abs(from - area.left)).toBeLessThan(0.5);
        expect(Math.abs(to - area.right)).toBeLessThan(0.5);
      }
      const at = rule[0]?.at ?? 0;
      const above = rowsOf(pages.picture(1), dark)
        .filter((row) => row.at < at)
        .at(-1);
      expect(at - (above?.at ?? 0)).toBeGreaterThan(3);
      expect(at - (above?.at ?? 0)).toBeLessThan(5);
      expect(bare(pages.text[0])).toMatch(/现将.*如下：/);
      for (const [page] of pages.text.entries()) withinArea(pages, page + 1);
      expect(bare(pages.text.at(-1))).toContain('政协明川市委员会办公室');
    });
  });

opened('署名 never stands alone on a page: the last lines of the text go with it', async () => {
  lookAt(await sheetDocx(noticeSheet(largeAfter)), ({ text }) => {
    const page = text.find((each) => bare(each).includes('附件：1.发言安排'));
    expect(bare(page)).toContain('注意保管。');
  });
});

opened('表决单: a vote of 28 with its names and places to sign stands on one page', async () => {
  lookAt(await sheetDocx(votesSheet(after, null)), (pages) => {
    expect(pages.text).toHaveLength(2);
    for (const [place, page] of pages.text.entries()) {
      expect(bare(page)).toMatch(/^表决单.*监票人（签名）.*—\d—$/);
      withinArea(pages, place + 1);
    }
  });
});

opened('签到表: the head is repeated, at least 20 people sign on a full page', async () => {
  lookAt(await sheetDocx(rollSheet(before, 'sector')), ({ text }) => {
    for (const page of text) expect(bare(page)).toContain('序号姓名界别、单位及职务签名备注');
    expect((bare(text[1]).match(/科协界/g) ?? []).length).toBeGreaterThanOrEqual(20);
  });
});
