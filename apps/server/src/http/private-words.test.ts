import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { convened, hall } from '../testing/hall.ts';

const path = '/api/meetings/m-1/private-words';

test('words give a salted digest, the same again for the same words', async () => {
  const at = await hall();
  await convened(at);
  const cookie = await at.as('li', 'member');
  const body = { text: '家中有事' };
  const first = await at.ask('PUT', `${path}/w-1`, { cookie, body });
  expect(first.json['digest']).toMatch(/^[0-9a-f]{64}$/);
  expect(first.json['digest']).not.toBe(createHash('sha256').update(body.text).digest('hex'));
  expect((await at.ask('PUT', `${path}/w-1`, { cookie, body })).json).toEqual(first.json);
  expect((await at.ask('PUT', `${path}/w-1`, { cookie, body: { text: '别的事' } })).problem).toBe('WordIdTaken');
});

test('the author and the office read them, nobody else', async () => {
  const at = await hall();
  const { secretary } = await convened(at);
  const [li, wang] = [await at.as('li', 'member'), await at.as('wang', 'member')];
  const { json } = await at.ask('PUT', `${path}/w-1`, { cookie: li, body: { text: '家中有事' } });
  const words = `${path}/${String(json['digest'])}`;
  expect((await at.ask('GET', words, { cookie: li })).json).toEqual({ text: '家中有事' });
  expect((await at.ask('GET', words, { cookie: secretary })).json).toEqual({ text: '家中有事' });
  expect((await at.ask('GET', words, { cookie: wang })).status).toBe(404);
  expect((await at.ask('GET', `${path}/${'0'.repeat(64)}`, { cookie: secretary })).status).toBe(404);
});

test('they have 500 characters, an author on the roll and an id', async () => {
  const at = await hall();
  await convened(at);
  const cookie = await at.as('li', 'member');
  expect((await at.ask('PUT', `${path}/w-1`, { cookie, body: { text: '长'.repeat(501) } })).status).toBe(400);
  expect((await at.ask('PUT', `${path}/w-1`, { cookie, body: { text: ' ' } })).status).toBe(400);
  expect((await at.ask('PUT', `${path}/a%20b`, { cookie, body: { text: '事' } })).status).toBe(404);
  expect((await at.ask('PUT', `${path}/w-1`, { cookie: await at.as('stranger', 'member'), body: { text: '事' } })).status).toBe(404);
  expect((await at.ask('PUT', `${path}/w-1`, { cookie: await at.as('mishu2', 'secretary'), body: { text: '事' } })).status).toBe(403);
});
