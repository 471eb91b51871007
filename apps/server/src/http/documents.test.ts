import { motionId, stageId, type Command } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import { asking, convened, hall, prepared, type Hall } from '../testing/hall.ts';

const address = '/api/meetings/m-1/documents';

const people = [
  ['mishu', 'secretary'],
  ['zhuchi', 'moderator'],
  ['li', 'member'],
  ['bumen', 'departmentRep'],
  ['pangting', 'observer'],
  ['guanli', 'admin'],
  ['stranger', 'member'],
  ['mishu9', 'secretary'],
  ['zhuchi9', 'moderator'],
] as const;

async function statuses(at: Hall, path: string): Promise<Record<string, number>> {
  const answers = [];
  for (const [who, role] of people) answers.push([who, (await at.ask('GET', path, { cookie: await at.as(who, role) })).status]);
  return Object.fromEntries(answers) as Record<string, number>;
}

/** A convened meeting with one recommendation, and a way to send commands to it. */
async function atMeeting() {
  const at = await hall();
  const { secretary } = await convened(at);
  const ask = asking(at);
  const motion = motionId('m1');
  const recommendation = {
    ...{ motionId: motion, number: 1, text: '建议绘制招商图谱。', version: 1 },
    ...{ leadUnit: '市工信局', coUnits: ['市商务局'], dueDate: '2026-09-30' },
  };
  await ask('mishu', { type: 'TableRecommendation', recommendation });
  return { at, secretary, ask, motion };
}

async function hold({ ask, motion }: Awaited<ReturnType<typeof atMeeting>>): Promise<void> {
  await ask('li', { type: 'CheckIn' });
  await ask('wang', { type: 'CheckIn', where: 'online' });
  await ask('zhuchi', { type: 'OpenMeeting' });
  await ask('zhuchi', { type: 'MoveToStage', stageId: stageId('voting') });
  await ask('zhuchi', { type: 'OpenVoting', motionIds: [motion] });
  await ask('li', { type: 'CastVote', motionId: motion, choice: 'approve' });
  await ask('wang', { type: 'CastVote', motionId: motion, choice: 'approve' });
  await ask('zhuchi', { type: 'CloseVoting', motionIds: [motion] });
  await ask('zhuchi', { type: 'AnnounceResult', motionIds: [motion] });
  await ask('zhuchi', { type: 'ConcludeMeeting' });
}

describe('who may have what', () => {
  test('the notice is for everybody on the roll, as data and as Word', async () => {
    const { at } = await atMeeting();
    const everybody = {
      mishu: 200,
      zhuchi: 200,
      li: 200,
      bumen: 200,
      pangting: 200,
      guanli: 404,
      stranger: 404,
      mishu9: 404,
      zhuchi9: 404,
    };
    expect(await statuses(at, `${address}/notice`)).toEqual(everybody);
    expect(await statuses(at, `${address}/notice.docx`)).toEqual(everybody);
  });

  test('all others are the office’s', async () => {
    const ready = await atMeeting();
    await hold(ready);
    const office = { mishu: 200, zhuchi: 200, li: 403, bumen: 403, pangting: 403, guanli: 404, stranger: 404, mishu9: 404, zhuchi9: 404 };
    for (const file of ['roll', 'ballot', 'votes', 'report', 'roll.docx', 'votes.csv'])
      expect(await statuses(ready.at, `${address}/${file}`), file).toEqual(office);
  });

  test('of a draft secretaries have the notice and the sheet to sign on; it does not exist for anybody else', async () => {
    const at = await hall();
    await prepared(at);
    const secretaries = {
      mishu: 200,
      zhuchi: 404,
      li: 404,
      bumen: 404,
      pangting: 404,
      guanli: 404,
      stranger: 404,
      mishu9: 200,
      zhuchi9: 404,
    };
    for (const file of ['notice', 'roll', 'notice.docx']) expect(await statuses(at, `${address}/${file}`), file).toEqual(secretaries);
  });

  test('law 6 the notice of a department does not name what only members may read', async () => {
    const { at, ask } = await atMeeting();
    const material = { name: '内部测算.pdf', mime: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64), circle: 'members' } as const;
    await ask('mishu', {
      type: 'AddMaterial',
      material: { ...material, materialId: 'doc-1' } as Extract<Command, { type: 'AddMaterial' }>['material'],
    });
    const notice = async (who: string, role: 'member' | 'departmentRep') =>
      JSON.stringify((await at.ask('GET', `${address}/notice`, { cookie: await at.as(who, role) })).json);
    expect(await notice('li', 'member')).toContain('内部测算');
    expect(await notice('bumen', 'departmentRep')).not.toContain('内部测算');
  });
});

describe('what there is when', () => {
  const offered = async (at: Hall, cookie: string) => (await at.ask('GET', address, { cookie })).json['documents'];

  test('before the meeting: notice, sign-in sheet, paper ballot; for the others it says what is missing', async () => {
    const { at, secretary } = await atMeeting();
    expect(await offered(at, secretary)).toEqual([
      { kind: 'notice', missing: null },
      { kind: 'roll', missing: null },
      { kind: 'amendments', missing: 'noAmendments' },
      { kind: 'ballot', missing: null },
      { kind: 'votes', missing: 'noResults' },
      { kind: 'slips', missing: 'noElections' },
      { kind: 'elections', missing: 'noElectionResults' },
      { kind: 'speeches', missing: 'noSpeeches' },
      { kind: 'report', missing: 'notConcluded' },
    ]);
    expect(await offered(at, await at.as('li', 'member'))).toEqual([{ kind: 'notice', missing: null }]);
    const early = await at.ask('GET', `${address}/report.docx`, { cookie: secretary });
    expect([early.status, early.problem, early.json['error']]).toEqual([
      409,
      'DocumentNotReady',
      expect.objectContaining({ missing: 'notConcluded' }),
    ]);
  });

  test('after the meeting: votes and report', async () => {
    const ready = await atMeeting();
    await hold(ready);
    expect(await offered(ready.at, ready.secretary)).toContainEqual({ kind: 'report', missing: null });
    expect((await ready.at.ask('GET', `${address}/votes?motion=m1`, { cookie: ready.secretary })).status).toBe(200);
    expect((await ready.at.ask('GET', `${address}/votes?motion=m9`, { cookie: ready.secretary })).status).toBe(404);
  });

  test('what is no document is not there', async () => {
    const { at, secretary } = await atMeeting();
    for (const file of ['constructor', 'notice.pdf', 'notice.csv', 'other.docx', 'notice.docx.docx'])
      expect((await at.ask('GET', `${address}/${file}`, { cookie: secretary })).status, file).toBe(404);
  });
});

test('a file is an attachment under its Chinese name, kept by no cache', async () => {
  const { at, secretary } = await atMeeting();
  const word = await at.ask('GET', `${address}/notice.docx`, { cookie: secretary });
  expect(word.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  expect(word.headers.get('content-disposition')).toBe(
    `attachment; filename="notice.docx"; filename*=UTF-8''${encodeURIComponent('关于召开双月协商的通知.docx')}`,
  );
  expect(word.headers.get('cache-control')).toBe('no-store');
  const list = await at.ask('GET', `${address}/roll.csv`, { cookie: secretary });
  expect(list.headers.get('content-type')).toBe('text/csv; charset=utf-8');
});

test('the notice bears the day on which the meeting was convened; a draft’s has none', async () => {
  const at = await hall();
  const { secretary } = await prepared(at);
  const signed = async () =>
    ((await at.ask('GET', `${address}/notice`, { cookie: secretary })).json['sheet'] as { readonly signed: unknown }).signed;
  expect(await signed()).toMatchObject({ date: '　　年　月　日' });
  await at.ask('POST', '/api/meetings/m-1/convene', { cookie: secretary, body: { version: 2, command: 'c-1' } });
  expect(await signed()).toMatchObject({ date: '2026年5月26日' });
});
