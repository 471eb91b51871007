import { describe, expect, test } from 'vitest';
import { hall, password } from '../testing/hall.ts';

const wrong = 'not the password';

describe('signing in', () => {
  test('the right password opens a session that the cookie carries', async () => {
    const at = await hall();
    const cookie = await at.as('li', 'member');
    const session = await at.ask('GET', '/api/session', { cookie });
    expect(session.json).toEqual({ person: { account: 'li', name: 'li先生', role: 'member', admin: false, scope: null } });
  });

  test('without a session there is no person', async () => {
    const at = await hall();
    const answer = await at.ask('GET', '/api/session');
    expect([answer.status, answer.problem]).toEqual([401, 'SignInRequired']);
  });

  test('unknown account and wrong password are answered alike', async () => {
    const at = await hall();
    await at.person('li', 'member');
    const known = await at.ask('POST', '/api/session', { body: { account: 'li', password: wrong } });
    const unknown = await at.ask('POST', '/api/session', { body: { account: 'nobody', password: wrong } });
    expect([known.status, known.problem]).toEqual([401, 'WrongAccountOrPassword']);
    expect([unknown.status, unknown.json]).toEqual([known.status, known.json]);
  });

  test('a disabled account is refused, and only the right password learns why', async () => {
    const at = await hall();
    await at.person('li', 'member', { disabled: true });
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password } })).problem).toBe('AccountDisabled');
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password: wrong } })).problem).toBe('WrongAccountOrPassword');
  });

  test('an account without a password cannot be signed in to', async () => {
    const at = await hall();
    const blank = { name: '李', sector: null, unit: null, title: null, disabled: false, rehearsal: false, passwordHash: null };
    await at.store.accounts.add({ account: 'li', role: 'member', ...blank });
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password: '' } })).status).toBe(400);
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password } })).status).toBe(401);
  });

  test.each([
    ['broken JSON', '{"account":'],
    ['another shape', '["li"]'],
    ['a number for a name', '{"account":1,"password":"x"}'],
    ['nothing', ''],
  ])('%s is malformed', async (_what, raw) => {
    const at = await hall();
    const answer = await at.ask('POST', '/api/session', { raw, headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.problem]).toEqual([400, 'Malformed']);
  });

  test('over plain http the cookie is HttpOnly and Lax; over https it is Secure and bound to the host', async () => {
    const plain = await hall();
    await plain.person('li', 'member');
    const open = await plain.ask('POST', '/api/session', { body: { account: 'li', password } });
    expect(open.headers.get('set-cookie')).toMatch(/^xieshang=\w+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const safe = await hall({ https: true });
    await safe.person('li', 'member');
    const secure = await safe.ask('POST', '/api/session', { body: { account: 'li', password } });
    expect(secure.headers.get('set-cookie')).toMatch(/^__Host-xieshang=\w+; Path=\/; .*; Secure$/);
  });
});

describe('fixation', () => {
  test('an id that the browser brought is never taken over', async () => {
    const at = await hall();
    await at.person('li', 'member');
    const planted = 'xieshang=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
    const answer = await at.ask('POST', '/api/session', { body: { account: 'li', password }, cookie: planted });
    expect(answer.cookie).not.toBe(planted);
    expect((await at.ask('GET', '/api/session', { cookie: planted })).status).toBe(401);
  });

  test('signing in again ends the session the browser had', async () => {
    const at = await hall();
    const before = await at.as('li', 'member');
    const again = await at.ask('POST', '/api/session', { body: { account: 'li', password }, cookie: before });
    expect((await at.ask('GET', '/api/session', { cookie: before })).status).toBe(401);
    expect((await at.ask('GET', '/api/session', { cookie: again.cookie })).status).toBe(200);
  });
});

describe('signing out', () => {
  test('ends this session on the server, and tells who holds a connection on it', async () => {
    const at = await hall();
    const cookie = await at.as('li', 'member');
    const ended: string[] = [];
    at.signIn.onSessionsEnded((ids, account) => ended.push(...ids, account));
    expect((await at.ask('DELETE', '/api/session', { cookie })).status).toBe(204);
    expect((await at.ask('GET', '/api/session', { cookie })).status).toBe(401);
    expect(ended).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), 'li']);
  });

  test('leaves the other devices of the person alone', async () => {
    const at = await hall();
    const [phone, desk] = [await at.as('li', 'member'), await at.as('li', 'member')];
    await at.ask('DELETE', '/api/session', { cookie: phone });
    expect((await at.ask('GET', '/api/session', { cookie: desk })).status).toBe(200);
  });
});

describe('changing the own password', () => {
  const next = 'another good one';

  test('ends every other session and gives this one a new id', async () => {
    const at = await hall();
    const [phone, desk] = [await at.as('li', 'member'), await at.as('li', 'member')];
    const changed = await at.ask('PUT', '/api/session/password', { cookie: desk, body: { current: password, next } });
    expect(changed.status).toBe(204);
    expect((await at.ask('GET', '/api/session', { cookie: phone })).status).toBe(401);
    expect((await at.ask('GET', '/api/session', { cookie: desk })).status).toBe(401);
    expect((await at.ask('GET', '/api/session', { cookie: changed.cookie })).status).toBe(200);
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password } })).status).toBe(401);
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password: next } })).status).toBe(200);
  });

  test('needs the current one', async () => {
    const at = await hall();
    const cookie = await at.as('li', 'member');
    const answer = await at.ask('PUT', '/api/session/password', { cookie, body: { current: wrong, next } });
    expect(answer.problem).toBe('WrongAccountOrPassword');
  });

  test.each([
    ['short', 'tooShort'],
    ['x'.repeat(129), 'tooLong'],
    ['Password1', 'tooCommon'],
    ['li li li 1', null],
  ])('%s: %s', async (candidate, reason) => {
    const at = await hall();
    const cookie = await at.as('li', 'member');
    const answer = await at.ask('PUT', '/api/session/password', { cookie, body: { current: password, next: candidate } });
    expect(answer.json['error']).toEqual(reason === null ? undefined : expect.objectContaining({ type: 'WeakPassword', reason }));
  });
});

describe('guessing', () => {
  const guess = (at: Awaited<ReturnType<typeof hall>>, account: string, tried = wrong) =>
    at.ask('POST', '/api/session', { body: { account, password: tried } });

  test('after five failures in a row the account waits, longer each time; others do not', async () => {
    const at = await hall();
    await at.person('li', 'member');
    for (let failure = 1; failure <= 5; failure += 1) expect((await guess(at, 'li')).status).toBe(401);
    const refused = await guess(at, 'li', password);
    expect([refused.status, refused.json['error']]).toEqual([429, expect.objectContaining({ type: 'TooManyTries', retryAfterMs: 2000 })]);
    expect(refused.headers.get('retry-after')).toBe('2');
    await at.as('wang', 'member');
    at.pass(2000);
    expect((await guess(at, 'li')).status).toBe(401);
    expect((await guess(at, 'li')).json['error']).toMatchObject({ retryAfterMs: 4000 });
    at.pass(4000);
    expect((await guess(at, 'li', password)).status).toBe(200);
    expect((await guess(at, 'li')).status).toBe(401);
  });

  test('guesses sent at the same instant are counted one by one', async () => {
    const at = await hall();
    await at.person('li', 'member');
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(at, 'li')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('an unknown account is throttled like a known one', async () => {
    const at = await hall();
    for (let failure = 1; failure <= 5; failure += 1) await guess(at, 'nobody');
    expect((await guess(at, 'nobody')).status).toBe(429);
  });
});
