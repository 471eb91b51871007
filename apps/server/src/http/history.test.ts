// M20 over HTTP: who looks into the past of minutes, what is found there, and how a version gets its name.
import { meetingId, type Command } from '@xieshang/meeting';
import { documentId, fragmentName, schemaVersion } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { asking, convened, hall, type Hall } from '../testing/hall.ts';

const meeting = meetingId('m-1');
const address = '/api/meetings/m-1/minutes/history';
const name = (text: string, seq: number | null = null) => ({ name: text, seq });

async function atMeeting() {
  const at = await hall();
  const { secretary } = await convened(at);
  const ask = asking(at);
  const mishu2 = { person: 'mishu2', name: '武秘书', role: 'secretary' } as Extract<Command, { type: 'AddAttendee' }>['attendee'];
  await ask('mishu', { type: 'AddAttendee', attendee: mishu2, reason: '增派' });
  await at.ask('GET', '/api/meetings/m-1/minutes', { cookie: secretary });
  return { at, secretary, ask };
}

const documentOf = async ({ store }: Hall): Promise<string> => (await store.minutes.find(meeting, schemaVersion))?.id ?? '';

/** Puts paragraphs at the end of the text on disk, each as a change of its own. */
async function write(at: Hall, document: string, person: string, client: number, ...texts: readonly string[]): Promise<void> {
  const rows = await at.store.minutes.updates(document, 0);
  const doc = new Y.Doc({ gc: false });
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  doc.clientID = client;
  let seq = rows.length;
  for (const [place, text] of texts.entries()) {
    const before = Y.encodeStateVector(doc);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    const fragment = doc.getXmlFragment(fragmentName);
    fragment.insert(fragment.length, [paragraph]);
    at.pass(60_000);
    const clients = place === 0 ? [{ client, person }] : [];
    const update = { author: person, connection: null, at: at.now(), bytes: Y.encodeStateAsUpdate(doc, before), facts: [], clients };
    expect(await at.store.minutes.append(document, seq, [update])).toBe('appended');
    seq += 1;
  }
}

const statuses = async (at: Hall, path: string): Promise<Record<string, number>> => {
  const people = [
    ['mishu', 'secretary'],
    ['zhuchi', 'moderator'],
    ['li', 'member'],
    ['wang', 'member'],
    ['bumen', 'departmentRep'],
    ['pangting', 'observer'],
    ['guanli', 'admin'],
    ['stranger', 'member'],
  ] as const;
  const answers = await Promise.all(people.map(async ([who, role]) => at.ask('GET', path, { cookie: await at.as(who, role) })));
  return Object.fromEntries(people.map(([who], place) => [who, answers[place]?.status ?? 0]));
};
const nobodyElse = { bumen: 404, pangting: 404, guanli: 404, stranger: 404 };
const doors = ['', '/pages/1', '/documents/1', '/differences/1/1', '/found', '/authors'];

test('M20 before the issue whoever reads the draft looks into its past, at every door', async () => {
  const { at, ask } = await atMeeting();
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('mishu', { type: 'PermitWriter', person: 'li' as never });
  for (const door of doors) {
    expect([door, await statuses(at, `${address}${door}`)]).toEqual([door, { mishu: 200, zhuchi: 200, li: 200, wang: 404, ...nobodyElse }]);
  }
});

test('M20 once issued the office alone looks into the past, and names nothing more', async () => {
  const { at, secretary, ask } = await atMeeting();
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('mishu', { type: 'PermitWriter', person: 'li' as never });
  await ask('zhuchi', { type: 'ConcludeMeeting' });
  await ask('mishu', { type: 'SubmitMinutes' });
  await ask('mishu2', { type: 'PassMinutes' });
  await ask('zhuchi', { type: 'CountersignMinutes' });
  await ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
  for (const door of doors) {
    expect([door, await statuses(at, `${address}${door}`)]).toEqual([door, { mishu: 200, zhuchi: 200, li: 404, wang: 404, ...nobodyElse }]);
  }
  expect(await at.ask('PUT', `${address}/versions/v-1`, { cookie: secretary, body: name('定稿') })).toMatchObject({
    ...{ status: 409, problem: 'MinutesIssued' },
  });
  const { json } = await at.ask('GET', address, { cookie: secretary });
  const moments = (json['versions'] as { kind: string; moment?: { kind: string } }[]).flatMap(({ moment }) => moment?.kind ?? []);
  expect(moments).toEqual(expect.arrayContaining(['stage', 'concluded', 'submitted', 'passed', 'issued']));
});

test('what was written is read as it was, compared, and its writers are told', async () => {
  const { at, secretary } = await atMeeting();
  const document = await documentOf(at);
  const begun = (await at.store.minutes.updates(document, 0)).length;
  await write(at, document, 'mishu', 7, '会议要求落实。');
  await write(at, document, 'mishu2', 8, '会议指出问题。');
  const page = await at.ask('GET', `${address}/pages/${begun + 1}`, { cookie: secretary });
  expect(page.json).toMatchObject({ seq: begun + 1, by: 'mishu' });
  expect((page.json['lines'] as unknown[]).at(-1)).toMatchObject({
    pieces: [{ text: '会议要求落实。', written: { by: 'mishu' }, moved: null }],
  });
  const difference = await at.ask('GET', `${address}/differences/${begun + 1}/${begun + 2}`, { cookie: secretary });
  expect(difference.json).toMatchObject({ from: begun + 1, to: begun + 2, added: 7, removed: 0 });
  const past = await at.ask('GET', `${address}/documents/${begun + 1}`, { cookie: secretary });
  expect(JSON.stringify(past.json)).toContain('会议要求落实。');
  expect(JSON.stringify(past.json)).not.toContain('会议指出');
  const authors = await at.ask('GET', `${address}/authors`, { cookie: secretary });
  expect(authors.json['spans']).toEqual(
    expect.arrayContaining([expect.objectContaining({ client: 8, written: { by: 'mishu2', at: at.now() } })]),
  );
  for (const wrong of ['pages/0', `pages/${begun + 3}`, 'pages/x', `differences/1/${begun + 3}`, `documents/${begun + 3}`]) {
    expect([wrong, (await at.ask('GET', `${address}/${wrong}`, { cookie: secretary })).status]).toEqual([wrong, 404]);
  }
});

test('a version keeps its name, its moment and who gave it; the same again is harmless', async () => {
  const { at, secretary } = await atMeeting();
  const document = await documentOf(at);
  await write(at, document, 'mishu', 7, '一', '二');
  const head = (await at.store.minutes.updates(document, 0)).length;
  const put = (id: string, body: object, cookie = secretary) => at.ask('PUT', `${address}/versions/${id}`, { cookie, body });
  const first = await put('v-1', name('送校核前'));
  expect(first.json['version']).toEqual({ id: 'v-1', seq: head, name: '送校核前', by: 'mishu', at: at.now() });
  at.pass(1000);
  expect((await put('v-1', name('送校核前'))).json).toEqual(first.json);
  expect(await put('v-1', name('别的'))).toMatchObject({ status: 409, problem: 'VersionIdTaken' });
  const moderator = await at.as('zhuchi', 'moderator');
  expect((await put('v-2', name('较早的一版', head - 1), moderator)).json['version']).toMatchObject({ seq: head - 1, by: 'zhuchi' });
  expect((await put('v-3', name('没有这一版', head + 1))).status).toBe(404);
  expect((await put('v-4', { name: '', seq: null })).status).toBe(400);
  const { json } = await at.ask('GET', address, { cookie: secretary });
  expect((json['versions'] as { kind: string; name: string }[]).filter(({ kind }) => kind === 'named').map((one) => one.name)).toEqual([
    ...['较早的一版', '送校核前'],
  ]);
});

test('a restoration begins another document; the past goes on through it, with the names it had', async () => {
  const { at, secretary } = await atMeeting();
  const document = await documentOf(at);
  await write(at, document, 'mishu', 7, '会议要求落实。');
  const before = (await at.store.minutes.updates(document, 0)).length;
  await at.ask('PUT', `${address}/versions/v-1`, { cookie: secretary, body: name('恢复之前') });
  const whole = new Y.Doc({ gc: false });
  for (const { bytes } of await at.store.minutes.updates(document, 0)) Y.applyUpdate(whole, bytes);
  const row = { id: documentId(meeting, 9), meeting, schema: schemaVersion, generation: 9 };
  const { facts, clients } = await at.store.minutes.load(document);
  const bytes = Y.encodeStateAsUpdate(whole);
  await at.store.minutes.create(row, { author: null, connection: null, at: at.now(), bytes, facts, clients });
  await write(at, row.id, 'mishu2', 8, '会议指出问题。');
  const overview = await at.ask('GET', address, { cookie: secretary });
  expect(overview.json['seq']).toBe(before + 2);
  expect(overview.json['versions']).toEqual(expect.arrayContaining([expect.objectContaining({ name: '恢复之前', seq: before })]));
  const page = await at.ask('GET', `${address}/pages/${before + 2}`, { cookie: secretary });
  expect((page.json['lines'] as unknown[]).slice(-2)).toMatchObject([
    { pieces: [{ text: '会议要求落实。', written: { by: 'mishu' } }] },
    { pieces: [{ text: '会议指出问题。', written: { by: 'mishu2' } }] },
  ]);
});

test('one person asks of the past at a pace', async () => {
  const { at, secretary } = await atMeeting();
  const answers = await Promise.all(Array.from({ length: 70 }, () => at.ask('GET', `${address}/pages/x`, { cookie: secretary })));
  expect(answers.some(({ problem }) => problem === 'TooManyRequests')).toBe(true);
});
