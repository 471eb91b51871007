import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { isRisky, plainCell, readCsv } from './files.ts';
import { hostileContent } from './index.ts';

test('P12: two hundred texts, no two of them alike', () => {
  const texts = corpus(1);
  expect(texts).toHaveLength(200);
  expect(new Set(texts).size).toBe(200);
});

test('P12: a list is read as strictly as it is written', () => {
  expect(readCsv('\ufeff"甲","a""b"\r\n"","\n"\r\n').rows).toEqual([
    ['甲', 'a"b'],
    ['', '\n'],
  ]);
  expect(() => readCsv('\ufeff甲\r\n')).toThrow('引号');
  expect([isRisky('=1'), isRisky("'=1"), plainCell("'=1"), plainCell("''=1"), plainCell("'甲'")]).toEqual([
    true,
    false,
    '=1',
    "'=1",
    "'甲'",
  ]);
});

test(
  'P12: hostile texts are shown, written and listed as what they are, and nothing of them is run',
  { timeout: 180_000 },
  async ({ skip }) => {
    const { figures, failures } = await hostileContent.run('short', 1);
    expect(failures).toEqual([]);
    expect(figures).toMatchObject({
      cspViolations: 0,
      dialogs: 0,
      wordFaults: 0,
      riskyCells: 0,
      lostInWord: 0,
      lostInCsv: 0,
      lostOnPages: 0,
      changedByPaste: 0,
    });
    if (figures['browser'] !== 'chromium') skip(String(figures['browser']));
  },
);
