import { describe, expect, test } from 'vitest';
import { hall, password } from '../testing/hall.ts';

const someone = { account: 'zhao', name: '赵委员', role: 'member', sector: '教育', password: 'long and fresh' };

describe('accounts', () => {
  test('the administrator adds one, who can sign in', async () => {
    const at = await hall();
    const admin = await at.as('guanli', 'admin');
    const added = await at.ask('POST', '/api/accounts', { cookie: admin, body: someone });
    expect([added.status, added.json['account']]).toEqual([
      201,
      { account: 'zhao', name: '赵委员', role: 'member', sector: '教育', unit: null, title: null, disabled: false },
    ]);
    expect((await at.ask('POST', '/api/session', { body: { account: 'zhao', password: someone.password } })).status).toBe(200);
  });

  test('a name is given once', async () => {
    const at = await hall();
    const admin = await at.as('guanli', 'admin');
    await at.ask('POST', '/api/accounts', { cookie: admin, body: someone });
    expect((await at.ask('POST', '/api/accounts', { cookie: admin, body: someone })).problem).toBe('AccountTaken');
  });

  test.each([
    ['a name with a space', { account: 'a b' }],
    ['the author of timers', { account: 'clock' }],
    ['a name every object has', { account: 'constructor' }],
    ['an unknown role', { role: 'king' }],
    ['a blank name', { name: '  ' }],
    ['a weak password', { password: '12345678' }],
    ['a password that is the account', { account: 'zhaoqian', password: 'ZhaoQian' }],
  ])('%s is refused', async (_what, change) => {
    const at = await hall();
    const admin = await at.as('guanli', 'admin');
    expect((await at.ask('POST', '/api/accounts', { cookie: admin, body: { ...someone, ...change } })).status).toBe(400);
  });

  test.each(['member', 'departmentRep', 'moderator', 'secretary', 'observer'] as const)(
    'a %s adds, changes and resets nobody',
    async (role) => {
      const at = await hall();
      const cookie = await at.as('li', role);
      await at.person('wang', 'member');
      expect((await at.ask('POST', '/api/accounts', { cookie, body: someone })).problem).toBe('NotPermitted');
      expect((await at.ask('PATCH', '/api/accounts/wang', { cookie, body: { name: '王' } })).problem).toBe('NotPermitted');
      expect((await at.ask('PUT', '/api/accounts/wang/password', { cookie, body: { password: 'x'.repeat(10) } })).problem).toBe(
        'NotPermitted',
      );
    },
  );

  test('only administrator and secretary see the list; rehearsal people are not in it', async () => {
    const at = await hall();
    const [secretary, member] = [await at.as('mishu', 'secretary'), await at.as('li', 'member')];
    const blank = { sector: null, unit: null, title: null, disabled: false, passwordHash: null };
    await at.store.accounts.add({ account: 'yanlian0001', name: '演练', role: 'member', rehearsal: true, ...blank });
    const list = await at.ask('GET', '/api/accounts', { cookie: secretary });
    expect((list.json['accounts'] as { account: string }[]).map(({ account }) => account)).toEqual(['li', 'mishu']);
    expect((await at.ask('GET', '/api/accounts', { cookie: member })).status).toBe(403);
  });

  test('disabling signs the person out everywhere', async () => {
    const at = await hall();
    const [admin, member] = [await at.as('guanli', 'admin'), await at.as('li', 'member')];
    expect((await at.ask('PATCH', '/api/accounts/li', { cookie: admin, body: { disabled: true } })).status).toBe(200);
    expect((await at.ask('GET', '/api/session', { cookie: member })).status).toBe(401);
  });

  test('the last administrator can be neither disabled nor demoted', async () => {
    const at = await hall();
    const admin = await at.as('guanli', 'admin');
    expect((await at.ask('PATCH', '/api/accounts/guanli', { cookie: admin, body: { disabled: true } })).problem).toBe('LastAdmin');
    expect((await at.ask('PATCH', '/api/accounts/guanli', { cookie: admin, body: { role: 'member' } })).problem).toBe('LastAdmin');
  });

  test('what cannot be changed is refused, and who is not there is not found', async () => {
    const at = await hall();
    const admin = await at.as('guanli', 'admin');
    expect((await at.ask('PATCH', '/api/accounts/guanli', { cookie: admin, body: { account: 'other' } })).status).toBe(400);
    expect((await at.ask('PATCH', '/api/accounts/nobody', { cookie: admin, body: { name: '某' } })).status).toBe(404);
  });

  test('a reset password replaces the old one and ends every session', async () => {
    const at = await hall();
    const [admin, member] = [await at.as('guanli', 'admin'), await at.as('li', 'member')];
    const fresh = 'given by the office';
    expect((await at.ask('PUT', '/api/accounts/li/password', { cookie: admin, body: { password: fresh } })).status).toBe(204);
    expect((await at.ask('GET', '/api/session', { cookie: member })).status).toBe(401);
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password } })).status).toBe(401);
    expect((await at.ask('POST', '/api/session', { body: { account: 'li', password: fresh } })).status).toBe(200);
  });
});

describe('devices', () => {
  test('one sees and ends the own ones, by a name that opens nothing', async () => {
    const at = await hall();
    const [phone, desk] = [await at.as('li', 'member'), await at.as('li', 'member')];
    const { json } = await at.ask('GET', '/api/accounts/li/sessions', { cookie: desk });
    const sessions = json['sessions'] as { sessionId: string; current: boolean; device: string }[];
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);
    expect(phone).not.toContain(other?.sessionId);
    expect((await at.ask('DELETE', `/api/accounts/li/sessions/${other?.sessionId}`, { cookie: desk })).status).toBe(204);
    expect((await at.ask('GET', '/api/session', { cookie: phone })).status).toBe(401);
    expect((await at.ask('GET', '/api/session', { cookie: desk })).status).toBe(200);
  });

  test('the administrator signs a lost phone out', async () => {
    const at = await hall();
    const [admin, phone] = [await at.as('guanli', 'admin'), await at.as('li', 'member')];
    expect((await at.ask('DELETE', '/api/accounts/li/sessions', { cookie: admin })).status).toBe(204);
    expect((await at.ask('GET', '/api/session', { cookie: phone })).status).toBe(401);
  });

  test("others' devices are nobody's affair", async () => {
    const at = await hall();
    const [li] = [await at.as('li', 'member'), await at.as('wang', 'member')];
    expect((await at.ask('GET', '/api/accounts/wang/sessions', { cookie: li })).status).toBe(403);
    expect((await at.ask('DELETE', '/api/accounts/wang/sessions', { cookie: li })).status).toBe(403);
    expect((await at.ask('DELETE', '/api/accounts/wang/sessions/x', { cookie: li })).status).toBe(403);
  });

  test('a session of somebody else cannot be ended through the own name', async () => {
    const at = await hall();
    const [li, wang] = [await at.as('li', 'member'), await at.as('wang', 'member')];
    const [session] = await at.store.sessions.ofAccount('wang');
    expect((await at.ask('DELETE', `/api/accounts/li/sessions/${session?.idHash}`, { cookie: li })).status).toBe(404);
    expect((await at.ask('GET', '/api/session', { cookie: wang })).status).toBe(200);
  });
});

test('an account that is made while too many wait for their passwords is put off, not broken', async () => {
  const at = await hall();
  const cookie = await at.as('guanli', 'admin');
  const others = Array.from({ length: 202 }, () => at.signIn.hash('x'));
  const add = () =>
    at.ask('POST', '/api/accounts', { cookie, body: { account: 'li', name: '李', role: 'member', password: 'correct horse 9' } });
  const first = await add();
  expect([first.status, first.problem, first.headers.get('retry-after')]).toEqual([503, 'Busy', '2']);
  await Promise.all(others);
  expect((await add()).status).toBe(201);
}, 60_000);
