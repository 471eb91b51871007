// How two texts are told apart for a reader of Chinese.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness, listDifference, proseDifference, unitsOf, type Part } from './prose.ts';

/** 会议[-要求-]{+强调+}落实 */
const marked = (before: string, after: string): string =>
  proseDifference(before, after)
    .map(({ change, text }) => (change === 'same' ? text : change === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
const side = (parts: readonly Part[], without: 'removed' | 'added'): string =>
  parts
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');

describe('a difference of prose', () => {
  test('shows the words that changed and leaves the others', () => {
    expect(marked('会议要求抓好落实。', '会议强调抓好落实。')).toBe('会议[-要求-]{+强调+}抓好落实。');
  });
  test('what only came in stands alone, also between short words', () => {
    expect(marked('会议要求落实。', '本次会议认真要求落实。')).toBe('{+本次+}会议{+认真+}要求落实。');
  });
  test('one character between two replacements is part of them', () => {
    expect(marked('由商务局牵头', '请工信局负责')).toBe('[-由商务局牵头-]{+请工信局负责+}');
    expect(marked('甲的乙', '丙的丁')).toBe('[-甲的乙-]{+丙的丁+}');
  });
  test('figures and foreign words change whole', () => {
    expect(marked('实到28人，同比增长3.5%。', '实到27人，同比增长3.7%。')).toBe('实到[-28-]{+27+}人，同比增长[-3.5%-]{+3.7%+}。');
    expect(marked('用APP报名', '用APPS报名')).toBe('用[-APP-]{+APPS+}报名');
  });
  test('a character of two halves is never cut', () => {
    expect(unitsOf('好😀👨‍👩‍👧呀')).toEqual(['好', '😀', '👨‍👩‍👧', '呀']);
    expect(marked('一😀二', '一😁二')).toBe('一[-😀-]{+😁+}二');
  });
  test('a clause that came in or went is told with the pause after it', () => {
    const before = '建立独立的投资决策和风险控制机制，防止以基金代替经营性补贴。';
    const after = '建立独立的投资决策和风险控制机制，明确尽职免责情形，防止以基金代替经营性补贴。';
    expect(marked(before, after)).toBe('建立独立的投资决策和风险控制机制，{+明确尽职免责情形，+}防止以基金代替经营性补贴。');
    expect(marked(after, before)).toBe('建立独立的投资决策和风险控制机制，[-明确尽职免责情形，-]防止以基金代替经营性补贴。');
    expect(marked('一是甲。', '一是甲，二是乙。')).toBe('一是甲{+，二是乙+}。');
    expect(marked('落实。督办。', '落实。反馈。督办。')).toBe('落实。{+反馈。+}督办。');
  });
  test('of empty texts', () => {
    expect(proseDifference('', '')).toEqual([]);
    expect(marked('', '新')).toBe('{+新+}');
    expect(marked('旧', '')).toBe('[-旧-]');
  });
});

const anyText = fc.string({ unit: fc.constantFrom(...'会议要求落实，。28人😀aAPP '), maxLength: 60 });

test('applied to the text before it gives the text after, and back (random)', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const parts = proseDifference(before, after);
      expect(side(parts, 'added')).toBe(before);
      expect(side(parts, 'removed')).toBe(after);
      expect(parts.every(({ text }) => text !== '')).toBe(true);
      expect(parts.every(({ change }, place) => parts[place - 1]?.change !== change)).toBe(true);
      expect(likeness(parts)).toBeGreaterThanOrEqual(0);
      expect(likeness(parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('lists of more kinds of things than are told apart are replaced whole', () => {
  const many = Array.from({ length: 60_000 }, (_, place) => `${place}`);
  expect(listDifference(many, ['x']).map(({ change, units }) => [change, units.length])).toEqual([
    ['removed', 60_000],
    ['added', 1],
  ]);
});
