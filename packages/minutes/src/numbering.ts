// Knows how headings are numbered by the official standard; not what they say.

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 … 十 · 十一 … 九十九; beyond that in figures. */
export function chinese(n: number): string {
  if (n < 1 || n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}

export type Level = 1 | 2 | 3 | 4;

const written: Readonly<Record<Level, (n: number) => string>> = {
  1: (n) => `${chinese(n)}、`,
  2: (n) => `（${chinese(n)}）`,
  3: (n) => `${n}.`,
  4: (n) => `（${n}）`,
};

/** The number of each heading in turn: 一、（一）1.（1）, beginning anew under every higher one. */
export function numberer(): (level: Level) => string {
  const counts: Record<Level, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const below: readonly Level[] = [2, 3, 4];
  return (level) => {
    counts[level]++;
    for (const lower of below) if (lower > level) counts[lower] = 0;
    return written[level](counts[level]);
  };
}
