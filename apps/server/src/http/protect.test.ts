import { describe, expect, test } from 'vitest';
import { hall, origin, password } from '../testing/hall.ts';

const body = JSON.stringify({ account: 'li', password });
const json = { 'content-type': 'application/json' };

describe('origin', () => {
  test.each([
    ['another site', 'https://evil.test'],
    ['another scheme', origin.replace('http:', 'https:')],
    ['another port', `${origin}:8080`],
    ['null', 'null'],
    ['a longer name', `${origin}.evil.test`],
  ])('%s is refused, also for reading', async (_what, from) => {
    const at = await hall();
    await at.person('li', 'member');
    for (const method of ['GET', 'POST']) {
      const answer = await at.app.request('/api/session', {
        method,
        headers: { ...json, origin: from },
        ...(method === 'POST' ? { body } : {}),
      });
      expect([answer.status, await answer.json()]).toEqual([403, { error: expect.objectContaining({ type: 'WrongOrigin' }) }]);
    }
  });

  test('a missing one is accepted for reading, refused for changing', async () => {
    const at = await hall();
    await at.person('li', 'member');
    expect((await at.app.request('/api/committee')).status).toBe(200);
    expect((await at.app.request('/api/session', { method: 'POST', headers: json, body })).status).toBe(403);
    expect((await at.app.request('/api/session', { method: 'DELETE' })).status).toBe(403);
  });
});

describe('every answer', () => {
  test('has a policy, and what the API says is kept nowhere', async () => {
    const at = await hall();
    for (const path of ['/', '/api/committee', '/api/nothing', '/healthz']) {
      const { headers } = await at.app.request(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('an unknown door is a 404 in the shape of every error', async () => {
    const at = await hall();
    const answer = await at.ask('GET', '/api/nothing');
    expect([answer.status, answer.problem]).toEqual([404, 'NotFound']);
  });

  test('what was not foreseen is written down and not told', async () => {
    const at = await hall();
    await at.store.close();
    const answer = await at.ask('GET', '/api/committee');
    expect([answer.status, answer.json['error']]).toEqual([500, { type: 'Unforeseen', message: expect.any(String) }]);
    expect(at.troubles).toHaveLength(1);
  });
});

test('a body beyond its limit is refused before it is read', async () => {
  const at = await hall();
  const answer = await at.ask('POST', '/api/session', { raw: JSON.stringify({ account: 'li', password: 'x'.repeat(70_000) }) });
  expect([answer.status, answer.problem]).toEqual([413, 'TooLarge']);
});

test('a broken cookie header is no session', async () => {
  const at = await hall();
  for (const cookie of ['xieshang=%E0%A4%A', 'xieshang=', '=;;;', 'xieshang=a b', `xieshang=${'a'.repeat(5000)}`]) {
    expect((await at.ask('GET', '/api/session', { cookie })).status).toBe(401);
  }
});

test('markup in a name is kept as text', async () => {
  const at = await hall();
  const cookie = await at.as('guanli', 'admin');
  const name = '<img src=x onerror=alert(1)>';
  const added = await at.ask('POST', '/api/accounts', {
    cookie,
    body: { account: 'x1', name, role: 'member', password: 'long and fresh' },
  });
  expect(added.json['account']).toMatchObject({ name });
});
