import { createHash } from 'node:crypto';
import { asideId as idOf, meetingId, personId } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import { asking, convened, hall } from '../testing/hall.ts';

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

describe('words for one alone', () => {
  const said = '请到会场前排就座';
  async function told() {
    const at = await hall();
    const { secretary } = await convened(at);
    const [zhuchi, li, wang] = [await at.as('zhuchi', 'moderator'), await at.as('li', 'member'), await at.as('wang', 'member')];
    const submit = asking(at);
    const keep = async (cookie: string, wordId: string, text: string) =>
      String((await at.ask('PUT', `${path}/${wordId}`, { cookie, body: { text } })).json['digest']);
    const [asideId, to, from] = [idOf('s-1'), personId('li'), personId('zhuchi')];
    const digest = await keep(zhuchi, 'w-1', said);
    await submit('zhuchi', { type: 'SendAside', asideId, to, digest });
    const readers = { zhuchi, li, wang, secretary, other: await at.as('mishu2', 'secretary') };
    const read = async (words: string) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(readers).map(async ([name, cookie]) => {
            const { status, json } = await at.ask('GET', `${path}/${words}`, { cookie });
            return [name, status === 200 ? (json['text'] ?? 'erased') : status];
          }),
        ),
      );
    return { at, submit, keep, read, digest, li, zhuchi, asideId, from };
  }

  test('W13 only who sent it and whom it was sent to read it, not the rest of the office', async () => {
    const { submit, keep, read, digest, li, asideId, from } = await told();
    expect(await read(digest)).toEqual({ zhuchi: said, li: said, wang: 404, secretary: 404, other: 404 });
    const answer = await keep(li, 'w-2', '马上到');
    await submit('li', { type: 'AnswerAside', from, asideId, digest: answer });
    expect(await read(answer)).toEqual({ zhuchi: '马上到', li: '马上到', wang: 404, secretary: 404, other: 404 });
  });

  test('W13 nor before it is sent, nor by naming its digest in one’s own', async () => {
    const { submit, keep, read, digest, zhuchi } = await told();
    const kept = await keep(zhuchi, 'w-3', '还没有发出');
    expect(await read(kept)).toEqual({ zhuchi: '还没有发出', li: 404, wang: 404, secretary: 404, other: 404 });
    await submit('mishu', { type: 'SendAside', asideId: idOf('s-9'), to: personId('wang'), digest });
    expect(await read(digest)).toEqual({ zhuchi: said, li: said, wang: 404, secretary: 404, other: 404 });
  });

  test('L6 taken back, both texts and their salts are gone; the log keeps the digests', async () => {
    const { at, submit, keep, read, digest, li, asideId, from } = await told();
    const answer = await keep(li, 'w-2', '马上到');
    await submit('li', { type: 'AnswerAside', from, asideId, digest: answer });
    await submit('zhuchi', { type: 'WithdrawAside', asideId });
    expect(await read(digest)).toMatchObject({ zhuchi: 'erased', li: 'erased', wang: 404, secretary: 404 });
    for (const words of [digest, answer]) {
      expect(await at.store.privateWords.find(meetingId('m-1'), words)).toMatchObject({ text: null, salt: '' });
    }
    expect(at.troubles).toEqual([]);
  });

  test('L6 nobody erases another’s words by sending their digest and taking it back', async () => {
    const { at, submit, digest } = await told();
    await submit('mishu', { type: 'SendAside', asideId: idOf('s-9'), to: personId('wang'), digest });
    await submit('mishu', { type: 'WithdrawAside', asideId: idOf('s-9') });
    expect((await at.store.privateWords.find(meetingId('m-1'), digest))?.text).toBe(said);
  });

  test('L4 the office has 200 characters', async () => {
    const { at, zhuchi } = await told();
    const put = (length: number) => at.ask('PUT', `${path}/w-${length}`, { cookie: zhuchi, body: { text: '长'.repeat(length) } });
    expect([(await put(200)).status, (await put(201)).status]).toEqual([200, 400]);
  });
});
