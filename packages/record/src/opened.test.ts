// Opens the Word file with LibreOffice, where there is one, and measures the pages as they are drawn.
import { expect, test, type TestContext } from 'vitest';
import { minutesDocx } from './index.ts';
import { pieces } from './lines.ts';
import { lookAt, missingTools, rowsOf } from './testing/rendered.ts';
import { issuedPaper, paragraph, sample } from './testing/manuscript.ts';

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
const correction = {
  number: 1,
  passage: '驻点经费列入年度预算',
  correction: '驻点经费列入2023年度预算',
  reason: '来函说明',
  at: sample.heldOn,
};

opened('it opens, and every paragraph is on its pages', async () => {
  const docx = await minutesDocx(sample, { ...issuedPaper, corrections: [correction] });
  lookAt(docx, ({ text }) => {
    const bare = (each: string): string => each.replace(/\s/g, '');
    const whole = text.map((page) => bare(page).replace(/—\d+—$/, '')).join('');
    for (const piece of pieces(sample.body))
      if (piece.kind === 'line') expect(whole).toContain(bare(piece.runs.map((run) => run.text).join('')));
    expect(whole).toContain(bare(sample.title));
    expect(whole).toContain(`出席：${sample.present.join('、')}`);
    expect(text.findIndex((page) => page.includes('表决结果一览') && bare(page).startsWith('附件'))).toBeGreaterThan(0);
    const colophon = text.findIndex((page) => page.includes('2022年6月2日印发') || bare(page).includes('2022年6月2日印发'));
    expect(colophon).toBe(text.length - 2);
    expect(bare(text.at(-1) ?? '')).toMatch(/^更正更正1（2022年5月26日）原文：.*—\d+—$/);
  });
});

opened('纪要标志 begins 72 mm below the paper’s edge; the red rule is 156 mm long; the first page shows text', async () => {
  lookAt(await minutesDocx(sample, issuedPaper), ({ text, picture }) => {
    const rows = rowsOf(picture(1), red);
    const [first] = rows;
    expect(Math.abs((first?.at ?? 0) - 72)).toBeLessThan(1.5);
    const rule = rows.filter(({ dots }) => dots > 800);
    expect(rule.length).toBeGreaterThanOrEqual(1);
    expect(rule.length).toBeLessThanOrEqual(4);
    for (const { from, to } of rule) {
      expect(Math.abs(from - area.left)).toBeLessThan(0.5);
      expect(Math.abs(to - area.right)).toBeLessThan(0.5);
    }
    // The date stands 4 mm above the rule.
    const at = rule[0]?.at ?? 0;
    const above = rowsOf(picture(1), dark)
      .filter((row) => row.at < at)
      .at(-1);
    expect(at - (above?.at ?? 0)).toBeGreaterThan(3);
    expect(at - (above?.at ?? 0)).toBeLessThan(5);
    expect(text[0]).toContain('市政协召开第');
  });
});

opened('a page of text: 22 lines in 156 by 225 mm, the page number 7 mm below', async () => {
  const body = [paragraph('会议认为全市重点产业链运行顺畅精准招商取得阶段性成效'.repeat(60))];
  lookAt(await minutesDocx({ ...sample, body, votes: [] }, issuedPaper), ({ text, picture }) => {
    const rows = rowsOf(picture(2), dark);
    const inside = rows.filter(({ at }) => at < area.bottom);
    expect(inside[0]?.at).toBeGreaterThan(area.top);
    expect(Math.min(...inside.map(({ from }) => from))).toBeGreaterThan(area.left - 0.3);
    expect(Math.max(...inside.map(({ to }) => to))).toBeLessThan(area.right + 0.3);
    const lines = (text[1] ?? '').trim().split('\n').slice(0, -1);
    expect(lines).toHaveLength(22);
    for (const line of lines) expect(line).toHaveLength(28);
    const number = rows.filter(({ at }) => at > area.bottom);
    expect(number[0]?.at).toBeGreaterThan(area.bottom + 6);
    expect(number[0]?.at).toBeLessThan(area.bottom + 11);
  });
});

opened('digits and square of the log stand between 版记 and edge, clear of both and of the page number', async () => {
  const printed = { seq: 431, head: '0123456789abcdef'.repeat(4), fingerprint: '1111 2222 3333 4444 5555 6666 7777 8888' };
  lookAt(await minutesDocx(sample, { ...issuedPaper, printed }), ({ text, picture }) => {
    expect(text.at(-1)).toContain('0123 4567 89ab cdef');
    expect(text.slice(0, -1).join('')).not.toContain('0123 4567 89ab cdef');
    const below = rowsOf(picture(text.length), dark).filter(({ at }) => at > area.bottom + 1);
    const square = below.filter(({ at }) => at > area.bottom + 12);
    expect(below[0]?.at).toBeGreaterThan(area.bottom + 3);
    expect(square.at(-1)?.at).toBeLessThan(297 - 10);
    for (const { from, to } of square) {
      expect(from).toBeGreaterThan(area.left + 15);
      expect(to).toBeLessThan(area.right - 30);
    }
  });
});

opened('版记 closes the last page and never lies over the text, however far the text reaches', async () => {
  // The length at which LibreOffice once drew the list of names through 抄送, and one that leaves room.
  for (const count of [1, 3]) {
    const body = Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}段`));
    const docx = await minutesDocx({ ...sample, body, votes: [], present: ['甲'], onLeave: [], nonVoting: [] }, issuedPaper);
    lookAt(docx, ({ text, picture }) => {
      const rules = rowsOf(picture(text.length), dark).filter(({ dots, from }) => dots > 800 && Math.abs(from - area.left) < 0.5);
      expect(Math.abs((rules.at(-1)?.at ?? 0) - area.bottom)).toBeLessThan(1.5);
      const last = (text.at(-1) ?? '').replace(/\s/g, '');
      expect(last.slice(last.indexOf('抄送'))).not.toContain('出席');
    });
  }
});
