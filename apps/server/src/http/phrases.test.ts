// Terms and patterns: who reads, who keeps them, and what one may be.
import { describe, expect, test } from 'vitest';
import type { AccountRole, Phrase } from '../ports.ts';
import { hall, type Hall } from '../testing/hall.ts';
import { mostPhrases } from './phrases.ts';

const term = { kind: 'term', heading: '会议用语', title: '会议认为，', blocks: [{ level: 0, text: '会议认为，' }] } as const;
const pattern = {
  kind: 'pattern',
  heading: '整节',
  title: '有关要求',
  blocks: [
    { level: 1, text: '有关要求' },
    { level: 0, text: '会议要求抓好落实。' },
  ],
} as const;

const list = async (at: Hall, cookie: string) =>
  (await at.ask('GET', '/api/phrases', { cookie })).json as unknown as {
    readonly usual: readonly Phrase[];
    readonly own: readonly Phrase[];
  };
const put = (at: Hall, cookie: string, id: string, body: unknown) => at.ask('PUT', `/api/phrases/${id}`, { cookie, body });

describe('reading', () => {
  test('every committee begins with terms and with 有关要求, 会议要求, 落实安排', async () => {
    const at = await hall();
    const { usual, own } = await list(at, await at.as('mishu', 'secretary'));
    const titles = usual.filter(({ kind }) => kind === 'pattern').map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['有关要求', '会议要求', '落实安排']));
    expect(usual.some(({ kind, title }) => kind === 'term' && title === '会议认为，')).toBe(true);
    expect(new Set(usual.map(({ id }) => id)).size).toBe(usual.length);
    expect(own).toEqual([]);
  });

  test.each<[AccountRole, number]>([
    ['secretary', 200],
    ['moderator', 200],
    ['member', 200],
    ['departmentRep', 403],
    ['observer', 403],
    ['admin', 403],
  ])('%s is answered %i', async (role, status) => {
    const at = await hall();
    expect((await at.ask('GET', '/api/phrases', { cookie: await at.as('one', role) })).status).toBe(status);
  });

  test('whoever is not signed in reads nothing', async () => {
    const at = await hall();
    expect((await at.ask('GET', '/api/phrases')).problem).toBe('SignInRequired');
  });
});

describe('keeping', () => {
  test('what a secretary keeps is there for the others, and a later version takes its place', async () => {
    const at = await hall();
    const secretary = await at.as('mishu', 'secretary');
    expect((await put(at, secretary, 'p-1', pattern)).json['phrase']).toEqual({ id: 'p-1', ...pattern, uses: 0 });
    await put(at, await at.as('mishu2', 'secretary'), 'p-1', { ...pattern, title: '要求' });
    const { own } = await list(at, await at.as('zhuchi', 'moderator'));
    expect(own.map(({ id, title, blocks }) => [id, title, blocks])).toEqual([['p-1', '要求', pattern.blocks]]);
  });

  test.each<AccountRole>(['moderator', 'member', 'departmentRep', 'observer', 'admin'])('%s may not', async (role) => {
    const at = await hall();
    const cookie = await at.as('one', role);
    expect((await put(at, cookie, 'p-1', term)).problem).toBe('NotPermitted');
    expect((await at.ask('DELETE', '/api/phrases/p-1', { cookie })).problem).toBe('NotPermitted');
    expect(await at.store.phrases.list()).toEqual([]);
  });

  test.each([
    ['a heading in a term', { ...term, blocks: [{ level: 1, text: '一' }] }],
    ['two lines in a term', { ...term, blocks: [...term.blocks, ...term.blocks] }],
    ['no text', { ...pattern, blocks: [] }],
    ['a blank line', { ...pattern, blocks: [{ level: 0, text: ' ' }] }],
    ['a level that is none', { ...pattern, blocks: [{ level: 5, text: '一' }] }],
    ['a control character', { ...pattern, blocks: [{ level: 0, text: '一\u0000' }] }],
    ['what nobody knows', { ...pattern, blocks: [{ level: 0, text: '一', href: 'x' }] }],
    ['too much', { ...pattern, blocks: Array.from({ length: 65 }, () => ({ level: 0, text: '一' })) }],
    ['no name', { ...pattern, title: '' }],
    ['another kind', { ...pattern, kind: 'page' }],
  ])('%s is refused', async (_what, phrase) => {
    const at = await hall();
    expect((await put(at, await at.as('mishu', 'secretary'), 'p-1', phrase)).problem).toBe('Malformed');
    expect(await at.store.phrases.list()).toEqual([]);
  });

  test('one that every committee is given stays as it is', async () => {
    const at = await hall();
    const cookie = await at.as('mishu', 'secretary');
    expect((await put(at, cookie, 'usual-1', term)).problem).toBe('NotFound');
    expect((await at.ask('DELETE', '/api/phrases/usual-1', { cookie })).problem).toBe('NotFound');
  });

  test('there are not more than can be sent at once', async () => {
    const at = await hall();
    const cookie = await at.as('mishu', 'secretary');
    for (let n = 0; n < mostPhrases; n += 1) {
      await at.store.phrases.save({ id: `p-${n}`, ...term, by: 'mishu', at: at.now() }, mostPhrases);
    }
    expect((await put(at, cookie, 'one-more', term)).problem).toBe('TooManyPhrases');
    expect((await put(at, cookie, 'p-0', pattern)).status).toBe(200);
  });
});

describe('use', () => {
  test('each use is counted, and a change of the words keeps the count', async () => {
    const at = await hall();
    const secretary = await at.as('mishu', 'secretary');
    const member = await at.as('li', 'member');
    await put(at, secretary, 'p-1', term);
    for (const cookie of [secretary, member]) expect((await at.ask('POST', '/api/phrases/p-1/use', { cookie })).status).toBe(204);
    await put(at, secretary, 'p-1', pattern);
    expect((await list(at, member)).own[0]?.uses).toBe(2);
  });

  test('of one that is not there is refused, and of a department', async () => {
    const at = await hall();
    expect((await at.ask('POST', '/api/phrases/p-1/use', { cookie: await at.as('mishu', 'secretary') })).problem).toBe('NotFound');
    expect((await at.ask('POST', '/api/phrases/p-1/use', { cookie: await at.as('bumen', 'departmentRep') })).problem).toBe('NotPermitted');
  });
});

describe('removing', () => {
  test('what a secretary removes is gone; once more it is not there', async () => {
    const at = await hall();
    const cookie = await at.as('mishu', 'secretary');
    await put(at, cookie, 'p-1', term);
    expect((await at.ask('DELETE', '/api/phrases/p-1', { cookie })).status).toBe(204);
    expect((await at.ask('DELETE', '/api/phrases/p-1', { cookie })).problem).toBe('NotFound');
  });
});
