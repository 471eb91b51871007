import { expect, onTestFinished, test } from 'vitest';
import { watchOverload } from './overload.ts';

function watched(limits: Partial<Parameters<typeof watchOverload>[0]> = {}) {
  const overload = watchOverload({ lagMs: 200, ageMs: 1500, most: 3, ...limits });
  onTestFinished(overload.stop);
  return overload;
}
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a server at rest puts nothing off', async () => {
  const overload = watched();
  await turn();
  expect(overload.wait()).toBe(0);
});

test('a turn that runs too long is noticed while it runs, and forgotten soon after', async () => {
  const overload = watched();
  const until = performance.now() + 400;
  while (performance.now() < until);
  expect(overload.wait()).toBe(1000);
  const calm = Promise.withResolvers<void>();
  const look = setInterval(() => overload.wait() === 0 && calm.resolve(), 10);
  onTestFinished(() => clearInterval(look));
  await calm.promise;
});

test('a command that waits for a disk that stalls puts others off, until it is answered', async () => {
  let now = 0;
  const overload = watchOverload({ lagMs: 1e9, ageMs: 1500, most: 3 }, () => now);
  onTestFinished(overload.stop);
  const stored = Promise.withResolvers<string>();
  const answer = overload.follow(stored.promise);
  now = 1500;
  expect(overload.wait()).toBe(0);
  now = 1501;
  expect(overload.wait()).toBe(1000);
  expect(overload.isFull()).toBe(false);
  stored.resolve('stored');
  expect(await answer).toBe('stored');
  expect(overload.wait()).toBe(0);
});

test('what is under way is counted, also when it fails', async () => {
  const overload = watched({ most: 2 });
  const works = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const followed = works.map(({ promise }) => overload.follow(promise));
  expect([overload.isFull(), overload.wait()]).toEqual([true, 1000]);
  works[0]?.reject(new Error('the disk'));
  await expect(followed[0]).rejects.toThrow('the disk');
  expect(overload.isFull()).toBe(false);
});
