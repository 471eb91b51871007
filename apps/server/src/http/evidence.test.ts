import { DatabaseSync } from 'node:sqlite';
import { meetingId, personId } from '@xieshang/meeting';
import { nextHead } from '@xieshang/protocol';
import { isConsistent, readCheckpoint, signatureOn } from '@xieshang/record/evidence';
import { filesIn, nodeTools, verifyBundle } from '@xieshang/record/testing';
import { expect, test } from 'vitest';
import { asking, convened, hall, type Hall } from '../testing/hall.ts';

const meeting = meetingId('m-1');
const bundle = '/api/meetings/m-1/bundle.zip';

/** A convened meeting with a second secretary, and a way to send commands to it. */
async function atMeeting() {
  const at = await hall();
  const { secretary } = await convened(at);
  const ask = asking(at);
  const mishu2 = { person: personId('mishu2'), name: '武秘书', role: 'secretary' as const };
  await ask('mishu', { type: 'AddAttendee', attendee: mishu2, reason: '增派' });
  return { at, secretary, ask };
}

type Asking = Awaited<ReturnType<typeof atMeeting>>['ask'];

async function concluded(ask: Asking): Promise<void> {
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('zhuchi', { type: 'ConcludeMeeting' });
}

async function issued(ask: Asking): Promise<void> {
  await concluded(ask);
  await ask('mishu', { type: 'SubmitMinutes' });
  await ask('mishu2', { type: 'PassMinutes' });
  await ask('zhuchi', { type: 'CountersignMinutes' });
  await ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
}

const people = [
  ['mishu', 'secretary'],
  ['zhuchi', 'moderator'],
  ['li', 'member'],
  ['bumen', 'departmentRep'],
  ['pangting', 'observer'],
  ['guanli', 'admin'],
  ['stranger', 'member'],
] as const;

async function statuses(at: Hall, path: string, method = 'GET', body?: unknown): Promise<Record<string, number>> {
  const answers = await Promise.all(
    people.map(async ([who, role]) => at.ask(method, path, { cookie: await at.as(who, role), ...(body === undefined ? {} : { body }) })),
  );
  return Object.fromEntries(people.map(([who], place) => [who, answers[place]?.status ?? 0]));
}

async function bytesOf(at: Hall, path: string, cookie: string): Promise<Uint8Array> {
  return new Uint8Array(await (await at.app.request(path, { headers: { cookie } })).arrayBuffer());
}

const textIn = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(filesIn(bytes).get(name));

test('the bundle: the office at any time, members and departments when it is over, nobody else', async () => {
  const { at, ask } = await atMeeting();
  const others = { pangting: 404, guanli: 404, stranger: 404 };
  expect(await statuses(at, bundle)).toEqual({ mishu: 200, zhuchi: 200, li: 404, bumen: 404, ...others });
  await concluded(ask);
  expect(await statuses(at, bundle)).toEqual({ mishu: 200, zhuchi: 200, li: 200, bumen: 200, ...others });
});

test('what is handed out is accepted, with text, Word file and both verifiers in it', async () => {
  const { at, secretary, ask } = await atMeeting();
  await issued(ask);
  const file = await bytesOf(at, bundle, secretary);
  const verified = verifyBundle(file, await nodeTools(), { key: at.keys.fingerprint });
  const state = (await at.rooms.host(meeting))?.history();
  const minutes = state?.state.phase === 'concluded' ? state.state.minutes : null;
  expect(verified).toMatchObject({ ok: true, circle: 'office', seq: state?.seq, head: state?.head });
  expect(minutes).toMatchObject({ phase: 'issued', hash: verified.ok ? verified.minutes : '' });
  expect([...filesIn(file).keys()]).toEqual(expect.arrayContaining(['VERIFY.md', 'minutes.docx', 'verify.mjs', 'verify.py']));
});

test('the same log is the same bytes, whenever it is asked for', async () => {
  const { at, secretary, ask } = await atMeeting();
  await issued(ask);
  const first = await bytesOf(at, bundle, secretary);
  at.pass(3_600_000);
  expect(Buffer.from(await bytesOf(at, bundle, secretary)).equals(Buffer.from(first))).toBe(true);
});

test('law 6: members have only a digest of what is for the office', async () => {
  const { at, secretary, ask } = await atMeeting();
  await issued(ask);
  const [office, member] = [await bytesOf(at, bundle, secretary), await bytesOf(at, bundle, await at.as('li', 'member'))];
  expect(textIn(office, 'events.ndjson')).toContain('MinutesCountersigned');
  expect(textIn(member, 'events.ndjson')).not.toContain('MinutesCountersigned');
  expect(verifyBundle(member, await nodeTools())).toMatchObject({ ok: true, circle: 'members' });
});

test('a draft has no evidence', async () => {
  const at = await hall();
  const secretary = await at.as('mishu', 'secretary');
  const draft = { meeting: 'd-1', templateId: 'full-flow', title: '议题', topic: '议题', place: '议政厅', startsAt: at.now() };
  await at.ask('POST', '/api/meetings', { cookie: secretary, body: draft });
  for (const path of ['bundle.zip', 'checkpoint', 'digests'])
    expect((await at.ask('GET', `/api/meetings/d-1/${path}`, { cookie: secretary })).status).toBe(404);
});

test('the newest checkpoint is of the whole log, for whoever is on the roll', async () => {
  const { at, secretary, ask } = await atMeeting();
  await ask('zhuchi', { type: 'OpenMeeting' });
  const note = await (await at.app.request('/api/meetings/m-1/checkpoint', { headers: { cookie: secretary } })).text();
  const history = (await at.rooms.host(meeting))?.history();
  expect(readCheckpoint(note)).toMatchObject({ size: history?.seq, head: history?.head });
  expect(signatureOn(note, at.keys.publicKey)).toBe('own');
  const all = { mishu: 200, zhuchi: 200, li: 200, bumen: 200, pangting: 200, guanli: 404, stranger: 404 };
  expect(await statuses(at, '/api/meetings/m-1/checkpoint')).toEqual(all);
});

test('an outside witness gets what it needs to sign along: the proof from what it signed last, in the form of tlog-witness', async () => {
  const { at, secretary, ask } = await atMeeting();
  const get = async (path: string) => (await at.app.request(`/api/meetings/m-1/${path}`, { headers: { cookie: secretary } })).text();
  const earlier = readCheckpoint(await get('checkpoint'));
  await issued(ask);
  const [head = '', ...rest] = (await get(`checkpoint?old=${earlier?.size}`)).split('\n\n');
  const later = readCheckpoint(rest.join('\n\n'));
  const [old, ...proof] = head.split('\n');
  if (!earlier || !later) throw new Error('no checkpoint');
  expect([old, later.size > earlier.size]).toEqual([`old ${earlier.size}`, true]);
  const hashes = proof.map((line) => Buffer.from(line, 'base64').toString('hex'));
  expect(isConsistent(earlier, later, hashes)).toBe(true);
  expect(isConsistent({ ...earlier, root: 'ab'.repeat(32) }, later, hashes)).toBe(false);
  expect((await at.ask('GET', '/api/meetings/m-1/checkpoint?old=99', { cookie: secretary })).problem).toBe('NotFound');
  expect((await at.ask('GET', '/api/meetings/m-1/checkpoint?old=-1', { cookie: secretary })).problem).toBe('Malformed');
});

test('law 5: the digests after a number lead from the head there to the head of today', async () => {
  const { at, ask } = await atMeeting();
  const early = (await at.rooms.host(meeting))?.history();
  await concluded(ask);
  const bytes = await bytesOf(at, `/api/meetings/m-1/digests?after=${early?.seq}`, await at.as('pangting', 'observer'));
  let head = early?.head ?? '';
  for (let place = 0; place < bytes.length; place += 32)
    head = nextHead(head, Buffer.from(bytes.subarray(place, place + 32)).toString('hex'));
  expect(head).toBe((await at.rooms.host(meeting))?.history().head);
  const all = { mishu: 200, zhuchi: 200, li: 200, bumen: 200, pangting: 200, guanli: 404, stranger: 404 };
  expect(await statuses(at, '/api/meetings/m-1/digests?after=1')).toEqual(all);
  expect((await at.ask('GET', '/api/meetings/m-1/digests?after=x', { cookie: await at.as('li', 'member') })).problem).toBe('Malformed');
});

test('law 5: what a page saw is held against the log; a fork is remembered, the log as it is is none', async () => {
  const { at } = await atMeeting();
  const forks = '/api/meetings/m-1/forks';
  const { seq = 0, head = '' } = (await at.rooms.host(meeting))?.history() ?? {};
  const li = await at.as('li', 'member');
  const say = async (body: unknown) => (await at.ask('POST', forks, { cookie: li, body })).json['compared'];
  expect(await say({ seq, head })).toBe('same');
  expect(at.evidence.isForked(meeting)).toBe(false);
  expect(await say({ seq, head: 'ab'.repeat(32) })).toBe('fork');
  expect(await say({ seq: seq + 1, head })).toBe('fork');
  expect(at.evidence.isForked(meeting)).toBe(true);
  const all = { mishu: 200, zhuchi: 200, li: 200, bumen: 200, pangting: 200, guanli: 404, stranger: 404 };
  expect(await statuses(at, forks, 'POST', { seq, head })).toEqual(all);
  expect((await at.ask('POST', forks, { cookie: li, body: { seq: 0, head } })).problem).toBe('Malformed');
});

test('a log that was changed on the disk gets no signature and no bundle', async () => {
  const { at, secretary, ask } = await atMeeting();
  await concluded(ask);
  await bytesOf(at, bundle, secretary);
  const disk = new DatabaseSync(at.folder.database);
  disk.exec('drop trigger checkpoints_refuse_update');
  disk.exec(`update checkpoints set note = replace(note, 'head ', 'head 0') where size = (select max(size) from checkpoints)`);
  disk.close();
  expect((await at.ask('GET', bundle, { cookie: secretary })).status).toBe(500);
  expect(at.evidence.isForked(meeting)).toBe(true);
});

test('what is printed on issued minutes is the head after their issue', async () => {
  const { at, secretary, ask } = await atMeeting();
  expect((await at.ask('GET', '/api/meetings/m-1/minutes', { cookie: secretary })).json['printed']).toBeNull();
  await issued(ask);
  const history = (await at.rooms.host(meeting))?.history();
  const { json } = await at.ask('GET', '/api/meetings/m-1/minutes', { cookie: secretary });
  expect(json['printed']).toEqual({ seq: history?.seq, head: history?.head, fingerprint: at.keys.fingerprint });
});
