import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of the first block with this selector. */
function colours(selector: string): Readonly<Record<string, string>> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((text) => ['paper', 'card'].map((ground) => [text, ground] as const)),
  ...['seal', 'jade', 'amber', 'blue'].flatMap((text) => ['paper', 'card', `${text}-soft`].map((ground) => [text, ground] as const)),
  ['ink', 'seal-soft'],
  ['ink-2', 'seal-soft'],
  ['ink-2', 'trough'],
] as const;

for (const selector of [':root', '[data-dark]']) {
  test(`every text of ${selector} stands out 4.5 : 1 from its ground`, () => {
    const found = colours(selector);
    const weak = pairs.filter(([text, ground]) => contrast(found[text] ?? '#000000', found[ground] ?? '#000000') < 4.5);
    expect(weak).toEqual([]);
  });
}

test('white stands out from the seal red of buttons, and a field’s edge from the card', () => {
  const found = colours(':root');
  expect(contrast('#ffffff', found['seal'] ?? '')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(found['line-2'] ?? '', found['card'] ?? '')).toBeGreaterThanOrEqual(3);
});
