import { describe, expect, test } from 'vitest';
import { limits } from './limits.ts';
import { openPresence, type Visitor } from './presence.ts';
import { stage } from './testing/stage.ts';
import { readFrame, type Cursor } from './wire.ts';

describe('Y16: who a cursor belongs to', () => {
  test('is said by the server, whatever the client says', async () => {
    const at = await stage();
    const [pen, other] = [await at.reader('mishu1'), await at.reader('mishu2')];
    pen.cursor([{ client: 11, clock: 1, state: { cursor: { anchor: 1 }, user: { name: '市长', account: 'zhuchi', color: 'red' } } }]);
    await other.until(() => other.heard.cursors.has(11));
    expect(other.heard.cursors.get(11)).toEqual({
      cursor: { anchor: 1 },
      user: { name: '文秘书', account: 'mishu1', role: 'secretary', color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
    });
  });

  test('cannot be taken over or removed by another', async () => {
    const at = await stage();
    const [victim, thief] = [await at.reader('mishu1'), await at.reader('mishu2')];
    victim.cursor([{ client: 11, clock: 1, state: { line: 1 } }]);
    await thief.until(() => thief.heard.cursors.has(11));
    thief.cursor([{ client: 11, clock: 900, state: { line: 9 } }]);
    thief.cursor([{ client: 11, clock: 901, state: null }]);
    thief.cursor([{ client: 22, clock: 1, state: { line: 2 } }]);
    await victim.until(() => victim.heard.cursors.has(22));
    expect(victim.heard.cursors.get(11)).toMatchObject({ line: 1, user: { account: 'mishu1' } });
  });

  test('stays theirs while they are away', async () => {
    const at = await stage();
    const [victim, thief] = [await at.reader('mishu1'), await at.pen('mishu2')];
    victim.cursor([{ client: 11, clock: 1, state: { line: 1 } }]);
    await thief.until(() => thief.heard.cursors.has(11));
    await victim.leave();
    await thief.until(() => !thief.heard.cursors.has(11));
    thief.cursor([{ client: 11, clock: 2, state: { line: 9 } }]);
    const back = await at.reader('mishu1');
    back.cursor([{ client: 11, clock: 3, state: { line: 3 } }]);
    await thief.until(() => thief.heard.cursors.has(11));
    expect(thief.heard.cursors.get(11)).toMatchObject({ line: 3, user: { account: 'mishu1' } });
  });

  test('a question is answered with all of them', async () => {
    const at = await stage();
    const [pen, other] = [await at.reader('mishu1'), await at.reader('mishu2')];
    pen.cursor([{ client: 11, clock: 1, state: {} }]);
    await other.until(() => other.heard.cursors.has(11));
    other.heard.cursors.clear();
    other.send(new Uint8Array([3]));
    await other.until(() => other.heard.cursors.has(11));
  });
});

test('Y17: when twenty vanish without a word their cursors are gone within two seconds', async () => {
  const secretaries = Array.from({ length: 20 }, (_, place) => `s${place}`);
  const at = await stage({ secretaries });
  const witness = await at.reader('mishu1');
  const pens = await Promise.all(secretaries.map((account) => at.reader(account)));
  for (const [place, pen] of pens.entries()) pen.cursor([{ client: 100 + place, clock: 1, state: {} }]);
  await witness.until(() => witness.heard.cursors.size === 20);
  const began = performance.now();
  for (const pen of pens) pen.vanish();
  await witness.until(() => witness.heard.cursors.size === 0);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('Y17: who says that they go, and goes before that is told, is gone for everybody', () => {
  const { presence, take, visitor, told } = alone();
  const one = visitor('mishu1');
  take(one, 11, 1, {});
  take(one, 11, 2, null);
  presence.leave(one);
  expect(told.at(-1)).toMatchObject([{ client: 11, clock: 2, state: 'null' }]);
});

/** Presence alone, with what everybody was told. */
function alone() {
  let now = 0;
  const told: Cursor[][] = [];
  const presence = openPresence<Visitor>({
    clock: () => now,
    owns: () => true,
    everybody: (frame) => {
      const read = readFrame(frame);
      if (read?.kind === 'awareness') told.push([...read.cursors]);
    },
  });
  const visitor = (account: string): Visitor => ({
    user: { account, name: account, role: 'secretary', color: '#000000' },
    send: () => undefined,
  });
  const take = (one: Visitor, client: number, clock: number, state: unknown): void =>
    presence.take(one, [{ client, clock, state: typeof state === 'string' ? state : JSON.stringify(state) }]);
  return { presence, visitor, take, told, pass: (ms: number) => void (now += ms) };
}

describe('Y16: what is no cursor is not told on', () => {
  test.each([
    ['a state of more than 2 KB', 1, { note: 'x'.repeat(limits.cursorBytes) }],
    ['a clock that leaps', 5000, {}],
    ['a list', 1, [1, 2]],
    ['a number', 1, 7],
    ['what is no JSON', 1, '{'],
    ['the leaving of somebody who never came', 1, null],
  ])('%s', (_what, clock, state) => {
    const { take, visitor, told } = alone();
    take(visitor('mishu1'), 11, clock, state);
    expect(told).toEqual([]);
  });

  test('more cursors than a person has screens', () => {
    const { presence, take, visitor, pass } = alone();
    const one = visitor('mishu1');
    for (let client = 1; client <= 10; client += 1) {
      pass(1000);
      take(one, client, 1, {});
    }
    const all = readFrame(presence.all());
    expect(all?.kind === 'awareness' && all.cursors.length).toBe(limits.cursorsOfOne);
  });

  test('an older one than is known', () => {
    const { presence, take, visitor } = alone();
    const one = visitor('mishu1');
    take(one, 11, 5, { line: 5 });
    take(one, 11, 4, { line: 4 });
    const all = readFrame(presence.all());
    expect(all?.kind === 'awareness' && JSON.parse(all.cursors[0]?.state ?? '')).toMatchObject({ line: 5 });
    presence.close();
  });
});

test('moves are told ten times a second at most, the newest in the end', async () => {
  const { presence, take, visitor, told, pass } = alone();
  const one = visitor('mishu1');
  for (let clock = 1; clock <= 100; clock += 1) {
    pass(10);
    take(one, 11, clock, { line: clock });
  }
  expect(told.length).toBeLessThanOrEqual(11);
  presence.close();
});

test('Y17: who has come back under the same id keeps the cursor when the old connection ends', () => {
  const { presence, take, visitor, pass } = alone();
  const [old, back] = [visitor('mishu1'), visitor('mishu1')];
  take(old, 11, 1, { line: 1 });
  pass(1000);
  take(back, 11, 2, { line: 2 });
  presence.leave(old);
  const all = readFrame(presence.all());
  expect(all?.kind === 'awareness' && all.cursors).toHaveLength(1);
});
