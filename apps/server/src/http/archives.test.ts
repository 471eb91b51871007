// A consultation's whole file goes from one house to another, and nothing that was changed on the way is taken in.
import { meetingId, personId, type Command } from '@xieshang/meeting';
import { unpacked } from '@xieshang/record/evidence';
import { archive, openArchive } from '@xieshang/record/archive';
import { nodeTools } from '@xieshang/record/verify';
import { expect, test } from 'vitest';
import { asking, convened, hall, type Hall } from '../testing/hall.ts';

const meeting = meetingId('m-1');

/** A meeting that is over, with a material and issued minutes. */
async function concluded(): Promise<{ readonly at: Hall; readonly secretary: string }> {
  const at = await hall();
  const { secretary } = await convened(at);
  const send = asking(at);
  const name = encodeURIComponent('情况/通报.txt');
  const handedIn = await at.ask('POST', `/api/meetings/m-1/materials/t-1?name=${name}&circle=public`, {
    cookie: secretary,
    raw: '产业链情况通报',
    headers: { 'content-type': 'text/plain', 'content-length': '21' },
  });
  const { material } = handedIn.json as { material: Extract<Command, { type: 'AddMaterial' }>['material'] };
  await send('mishu', { type: 'AddMaterial', material });
  await send('mishu', { type: 'AddAttendee', attendee: { person: personId('mishu2'), name: '武秘书', role: 'secretary' }, reason: '增派' });
  await send('zhuchi', { type: 'OpenMeeting' });
  await send('li', { type: 'CheckIn' });
  await send('zhuchi', { type: 'ConcludeMeeting' });
  await send('mishu', { type: 'SubmitMinutes' });
  await send('mishu2', { type: 'PassMinutes' });
  await send('zhuchi', { type: 'CountersignMinutes' });
  await send('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
  return { at, secretary };
}

async function fileOf({ at, secretary }: { readonly at: Hall; readonly secretary: string }): Promise<Uint8Array<ArrayBuffer>> {
  const response = await at.app.request('/api/meetings/m-1/archive.zip', { headers: { cookie: secretary } });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const takeIn = (at: Hall, cookie: string, raw: Uint8Array<ArrayBuffer>) =>
  at.ask('POST', '/api/archives', {
    cookie,
    raw,
    headers: { 'content-type': 'application/zip', 'content-length': String(raw.length) },
  });

test('the file holds the evidence, the materials, the minutes and a list of contents, under names people read', async () => {
  const files = unpacked(await fileOf(await concluded()));
  expect([...(files?.keys() ?? [])].toSorted()).toEqual(
    [
      ...['archive.json', '会议纪要.docx', '存证.zip', '材料/01-情况-通报.txt', '目录.txt'],
      ...['文书/会议通知.docx', '文书/签到表.docx', '清单/签到.csv', '清单/发言.csv', '清单/表决.csv'],
      ...['清单/逐人表决.csv', '清单/选举.csv'],
    ].toSorted(),
  );
  expect(new TextDecoder().decode(files?.get('材料/01-情况-通报.txt'))).toBe('产业链情况通报');
});

test('it is taken in elsewhere, listed, read, found again, and its material is there', async () => {
  const file = await fileOf(await concluded());
  const other = await hall();
  const cookie = await other.as('mishu9', 'secretary');
  const taken = await takeIn(other, cookie, file);
  expect([taken.status, taken.json['archive']]).toMatchObject([201, { meeting: 'm-1', title: '双月协商', importedBy: 'mishu9' }]);
  expect((await other.ask('GET', '/api/archives', { cookie })).json['archives']).toMatchObject([{ meeting: 'm-1', topic: '招商' }]);
  const opened = await other.ask('GET', '/api/archives/m-1', { cookie });
  expect(opened.json).toMatchObject({
    meeting: { phase: 'concluded', minutes: { phase: 'issued', number: '〔2026〕1号' } },
    manuscript: { number: '〔2026〕1号' },
    evidence: { circle: 'office' },
  });
  const material = await other.app.request('/api/archives/m-1/materials/t-1', { headers: { cookie } });
  expect(await material.text()).toBe('产业链情况通报');
  const again = await other.app.request('/api/archives/m-1/file.zip', { headers: { cookie } });
  expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(file))).toBe(true);
  const found = await other.ask('GET', '/api/search?q=招商&kinds=meeting', { cookie });
  expect(found.json['found']).toMatchObject([{ meeting: 'm-1', fromElsewhere: true, kind: 'meeting' }]);
  expect((await other.ask('GET', '/api/search?q=招商', { cookie: await other.as('li', 'member') })).json['found']).toEqual([]);
});

test('the same file again is harmless; a meeting of this house is not taken in', async () => {
  const from = await concluded();
  const file = await fileOf(from);
  const other = await hall();
  const cookie = await other.as('mishu9', 'secretary');
  expect((await takeIn(other, cookie, file)).status).toBe(201);
  expect((await takeIn(other, cookie, file)).status).toBe(201);
  expect(await takeIn(from.at, from.secretary, file)).toMatchObject({
    problem: 'ArchiveRefused',
    json: { error: { fault: 'meetingHere' } },
  });
});

test('another file of the same meeting does not take the place of the first', async () => {
  const other = await hall();
  const cookie = await other.as('mishu9', 'secretary');
  await takeIn(other, cookie, await fileOf(await concluded()));
  const second = await takeIn(other, cookie, await fileOf(await concluded()));
  expect(second).toMatchObject({ problem: 'ArchiveRefused', json: { error: { fault: 'another' } } });
});

test('any flipped byte is refused by name, and nothing is kept', async () => {
  const file = await fileOf(await concluded());
  const tools = await nodeTools();
  expect(openArchive(file, tools).ok).toBe(true);
  const accepted: number[] = [];
  for (let at = 0; at < file.length; at += 97) {
    const changed = file.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    if (openArchive(changed, tools).ok) accepted.push(at);
  }
  // Times, versions and checksums of the frame carry nothing that is read; what is in the files does.
  const names = unpacked(file);
  const inFiles = [...(names?.values() ?? [])].map((content) => [content.byteOffset - file.byteOffset, content.length] as const);
  const harmful = accepted.filter((at) => inFiles.some(([from, size]) => at >= from && at < from + size));
  const contents = names?.get('目录.txt');
  const [from, size] = [(contents?.byteOffset ?? 0) - file.byteOffset, contents?.length ?? 0];
  expect(harmful.filter((at) => at < from || at >= from + size)).toEqual([]);
});

test('an exchanged material is refused by name', async () => {
  const from = await concluded();
  const files = unpacked(await fileOf(from));
  const log = (await from.at.rooms.host(meeting))?.history().state;
  if (!files || log?.phase !== 'concluded') throw new Error('no file');
  const forged = archive({
    meeting: 'm-1',
    title: '双月协商',
    evidence: files.get('存证.zip') ?? new Uint8Array(),
    materials: log.agenda.materials.map((material) => ({ material, content: new TextEncoder().encode('另一份') })),
    papers: [],
  });
  const other = await hall();
  const answer = await takeIn(other, await other.as('mishu9', 'secretary'), forged);
  expect(answer).toMatchObject({ status: 409, problem: 'ArchiveRefused', json: { error: { fault: 'material' } } });
  expect(await other.store.archives.list()).toEqual([]);
});

test('what is no file of ours, or only the members’ part, is refused by name', async () => {
  const from = await concluded();
  const other = await hall();
  const cookie = await other.as('mishu9', 'secretary');
  const bytes = new Uint8Array(await fileOf(from));
  const members = archive({
    ...{ meeting: 'm-1', title: '双月协商', materials: [], papers: [] },
    evidence: await from.at.evidence.bundle(meeting, 'members'),
  });
  const faults: unknown[] = [];
  for (const raw of [new Uint8Array([1, 2, 3]), bytes.slice(0, -10), bytes.slice(10), members]) {
    const { json } = await takeIn(other, cookie, raw);
    faults.push((json['error'] as { readonly fault: string }).fault);
  }
  expect(faults).toEqual(['notAnArchive', 'notAnArchive', 'notAnArchive', 'notOffices']);
});

test('only the office makes, takes in and reads them, and only of a meeting that is over', async () => {
  const { at } = await concluded();
  const status = async (method: string, path: string, cookie: string) =>
    (await at.ask(method, path, { cookie, ...(method === 'POST' ? { raw: new Uint8Array([1]), headers: { 'content-length': '1' } } : {}) }))
      .status;
  const people = [
    ['zhuchi', 'moderator', [200, 200, 403]],
    ['li', 'member', [404, 403, 403]],
    ['bumen', 'departmentRep', [404, 403, 403]],
    ['guanli', 'admin', [404, 403, 403]],
  ] as const;
  for (const [who, role, wanted] of people) {
    const cookie = await at.as(who, role);
    expect([
      who,
      await status('GET', '/api/meetings/m-1/archive.zip', cookie),
      await status('GET', '/api/archives', cookie),
      await status('POST', '/api/archives', cookie),
    ]).toEqual([who, ...wanted]);
  }
  await convened(at, 'm-2');
  expect((await at.ask('GET', '/api/meetings/m-2/archive.zip', { cookie: await at.as('mishu', 'secretary') })).problem).toBe(
    'NotConcluded',
  );
});
