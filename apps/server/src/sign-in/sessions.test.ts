import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { hall, type Hall } from '../testing/hall.ts';
import { absoluteMs, idleMs } from './lucia-adapter.ts';

const valueOf = (cookie: string): string => cookie.split('=')[1] ?? '';
const isIn = async (at: Hall, cookie: string): Promise<boolean> => (await at.signIn.authenticate(cookie)) !== null;
const hour = 3_600_000;

describe('a session', () => {
  test('is stored by the hash of its id; the id itself is nowhere on disk', async () => {
    const at = await hall();
    const id = valueOf(await at.as('li', 'member'));
    const file = new DatabaseSync(at.folder.database, { readOnly: true });
    const rows = file.prepare('select * from sessions').all();
    file.close();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(id);
    const hash = String(rows[0]?.['id_hash']);
    expect(await isIn(at, `xieshang=${hash}`)).toBe(false);
  });

  test('ends when it is not used for twelve hours', async () => {
    const at = await hall();
    const cookie = await at.as('li', 'member');
    at.pass(idleMs - 1000);
    expect(await isIn(at, cookie)).toBe(true);
    at.pass(idleMs + 1000);
    expect(await isIn(at, cookie)).toBe(false);
  });

  test('ends after seven days however much it is used', async () => {
    const at = await hall();
    const cookie = await at.as('li', 'member');
    for (let passed = 0; passed < absoluteMs - 6 * hour; passed += 6 * hour) {
      expect(await isIn(at, cookie)).toBe(true);
      at.pass(6 * hour);
    }
    expect(await isIn(at, cookie)).toBe(true);
    at.pass(6 * hour);
    expect(await isIn(at, cookie)).toBe(false);
  });

  test('gets another id by rotation, with the old one dead and the lifetime unchanged', async () => {
    const at = await hall();
    const before = await at.as('li', 'member');
    at.pass(hour);
    const next = await at.signIn.sessions.rotate(valueOf(before));
    expect(await isIn(at, before)).toBe(false);
    expect(await isIn(at, `xieshang=${next}`)).toBe(true);
    expect((await at.store.sessions.ofAccount('li'))[0]?.absoluteAt).toBe(at.now() - hour + absoluteMs);
    expect(await at.signIn.sessions.rotate(randomBytes(8).toString('hex'))).toBeNull();
  });

  test('an expired one is swept, and whoever holds a connection on it is told', async () => {
    const at = await hall();
    await at.as('li', 'member');
    const ended: string[] = [];
    at.signIn.onSessionsEnded((_ids, account) => ended.push(account));
    await at.signIn.sweep();
    expect(ended).toEqual([]);
    at.pass(idleMs);
    await at.signIn.sweep();
    expect(ended).toEqual(['li']);
    expect(await at.store.sessions.ofAccount('li')).toEqual([]);
  });
});

test('all of a person end but the one named', async () => {
  const at = await hall();
  const [phone, desk, other] = [await at.as('li', 'member'), await at.as('li', 'member'), await at.as('wang', 'member')];
  const kept = await at.signIn.authenticate(desk);
  await at.signIn.sessions.endAllOf('li', { except: kept?.sessionId ?? '' });
  expect([await isIn(at, phone), await isIn(at, desk), await isIn(at, other)]).toEqual([false, true, true]);
});
