import { expect, test } from 'vitest';
import { hall } from '../testing/hall.ts';

test('the server is alive, and ready while commits get to its disk', async () => {
  const at = await hall();
  expect((await at.app.request('/healthz')).status).toBe(200);
  expect((await at.app.request('/readyz')).status).toBe(200);
  await at.store.close();
  at.pass(1000);
  const refused = await at.app.request('/readyz');
  expect([refused.status, await refused.json()]).toEqual([503, { error: { type: 'DiskRefuses', message: expect.any(String) } }]);
  expect((await at.app.request('/healthz')).status).toBe(200);
});

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

test('metrics are for this machine', async () => {
  const at = await hall();
  const answer = await at.app.request('/metrics', {}, from('127.0.0.1'));
  expect(await answer.text()).toContain('xieshang_http_seconds');
  expect((await at.app.request('/metrics', {}, from('192.168.1.20'))).status).toBe(403);
});

test('a proxy on this machine is not this machine', async () => {
  const at = await hall();
  const answer = await at.app.request('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } }, from('127.0.0.1'));
  expect(answer.status).toBe(403);
});

test('others need the token', async () => {
  const at = await hall();
  const ask = (token: string) => at.app.request('/metrics', { headers: { authorization: `Bearer ${token}` } }, from('10.0.0.9'));
  expect((await ask('metrics-secret')).status).toBe(200);
  expect((await ask('guessed')).status).toBe(403);
});
