// A part that the network did not bring is asked for again: seldom, not for ever, and at once when the network is back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { brought } from './later.tsx';

const page = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const cut = (): Promise<string> => Promise.reject(new TypeError('Failed to fetch'));

test('it comes by the next try', async () => {
  const load = vi.fn(cut).mockImplementationOnce(cut).mockResolvedValue('the part');
  const part = brought(load);
  await vi.advanceTimersByTimeAsync(999);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  await expect(part).resolves.toBe('the part');
});

test('the browser’s word that the network is back is not waited out', async () => {
  let back = false;
  const load = vi.fn(() => (back ? Promise.resolve('the part') : cut()));
  const part = brought(load);
  await vi.advanceTimersByTimeAsync(60_000);
  const before = load.mock.calls.length;
  back = true;
  page.dispatchEvent(new Event('online'));
  await expect(part).resolves.toBe('the part');
  expect(load).toHaveBeenCalledTimes(before + 1);
});

test('tries grow rare and end', async () => {
  const load = vi.fn(cut);
  const part = expect(brought(load)).rejects.toThrow('Failed to fetch');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(6);
  await vi.advanceTimersByTimeAsync(3 * 60 * 60_000);
  await part;
  expect(load).toHaveBeenCalledTimes(13);
});

test('an older browser keeps the failure under its address: the same file is fetched under another', async () => {
  const file = new URL('./clock-text.js', import.meta.url).href;
  const load = vi.fn(() => Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${file}`)));
  await expect(brought<unknown>(load)).resolves.toHaveProperty('clockText');
  expect(load).toHaveBeenCalledTimes(1);
});
