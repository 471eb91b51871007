import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { shake } from './shake.ts';

const source = join(import.meta.dirname, '../..');

test('F11, Q21 a device shakes unless the meeting has turned it off', () => {
  const vibrate = vi.fn();
  vi.stubGlobal('navigator', { vibrate });
  shake('off', 200);
  expect(vibrate).not.toHaveBeenCalled();
  shake('on', 120, 80);
  shake(undefined, 200);
  expect(vibrate.mock.calls).toEqual([[[120, 80]], [[200]]]);
  vi.stubGlobal('navigator', {});
  shake('on', 200);
  vi.unstubAllGlobals();
});

test('no page shakes past the setting of the meeting', () => {
  const past = globSync('**/*.{ts,tsx}', { cwd: source }).filter(
    (file) => !/shake\.(test\.)?ts$/.test(file) && readFileSync(join(source, file), 'utf8').includes('navigator.vibrate('),
  );
  expect(past).toEqual([]);
});
