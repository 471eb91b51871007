// What the minutes' desk remembers, over HTTP: who may, what is refused, and that two desks do not draft at once. N2, N5.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { convened, hall, type Hall } from '../testing/hall.ts';

const drafted = '/api/meetings/m-1/minutes/drafted';
const kept = '/api/meetings/m-1/minutes/kept';
const people = [
  ['mishu', 'secretary'],
  ['zhuchi', 'moderator'],
  ['li', 'member'],
  ['bumen', 'departmentRep'],
  ['pangting', 'observer'],
  ['guanli', 'admin'],
  ['stranger', 'secretary'],
] as const;

async function atMeeting(): Promise<{ readonly at: Hall; readonly secretary: string }> {
  const at = await hall();
  const { secretary } = await convened(at);
  return { at, secretary };
}

const statuses = async (at: Hall, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Record<string, number>> => {
  const told: Record<string, number> = {};
  for (const [who, role] of people) {
    const answer = await at.ask(method, path, { cookie: await at.as(who, role), ...(body === undefined ? {} : { body }) });
    told[who] = answer.status;
  }
  return told;
};

test('the office on the roll reads it; to others it is not there', async () => {
  const { at } = await atMeeting();
  const office = { mishu: 200, zhuchi: 200, li: 404, bumen: 404, pangting: 404, guanli: 404, stranger: 404 };
  expect(await statuses(at, 'GET', drafted)).toEqual(office);
  expect(await statuses(at, 'GET', kept)).toEqual(office);
});

test('only secretaries of the roll add to it', async () => {
  const { at } = await atMeeting();
  const secretaries = { mishu: 200, zhuchi: 403, li: 404, bumen: 404, pangting: 404, guanli: 404, stranger: 404 };
  expect(await statuses(at, 'POST', kept, { finding: 'f', reason: '按现场情况' })).toEqual(secretaries);
  expect(await statuses(at, 'POST', drafted, { after: 0, passages: [{ passage: 'course', text: '会议听取了通报。' }] })).toEqual(
    secretaries,
  );
});

test('N2 all that was drafted is remembered, the later behind the earlier', async () => {
  const { at, secretary } = await atMeeting();
  expect((await at.ask('GET', drafted, { cookie: secretary })).json).toEqual({ revision: 0, passages: [] });
  for (const [after, text] of ['甲', '乙'].entries()) {
    const answer = await at.ask('POST', drafted, { cookie: secretary, body: { after, passages: [{ passage: 'course', text }] } });
    expect(answer.json).toEqual({ revision: after + 1 });
  }
  expect((await at.ask('GET', drafted, { cookie: secretary })).json).toEqual({
    revision: 2,
    passages: [
      { passage: 'course', text: '甲' },
      { passage: 'course', text: '乙' },
    ],
  });
});

test('N2 of two desks that draft at once one is told to look again', async () => {
  const { at, secretary } = await atMeeting();
  const body = { after: 0, passages: [{ passage: 'course', text: '甲' }] };
  const answers = await Promise.all([1, 2].map(() => at.ask('POST', drafted, { cookie: secretary, body })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.map(({ problem }) => problem)).toContain('DraftedElsewhere');
});

test('N5 a finding is kept with its reason, and can be taken back', async () => {
  const { at, secretary } = await atMeeting();
  const put = (reason: string) => at.ask('POST', kept, { cookie: secretary, body: { finding: '句\n记录', reason } });
  expect((await put('按现场情况')).json).toMatchObject({ kept: [{ finding: '句\n记录', reason: '按现场情况', by: 'mishu' }] });
  expect((await put('')).json).toEqual({ kept: [] });
});

test('what is malformed is refused', async () => {
  const { at, secretary } = await atMeeting();
  const bodies = [
    [drafted, { after: 0, passages: [] }],
    [drafted, { after: -1, passages: [{ passage: 'course', text: '甲' }] }],
    [drafted, { after: 0, passages: [{ passage: '../x', text: '甲' }] }],
    [
      drafted,
      {
        after: 0,
        passages: [
          { passage: 'a', text: '甲' },
          { passage: 'a', text: '乙' },
        ],
      },
    ],
    [kept, { finding: '', reason: '理由' }],
    [kept, { finding: 'f', reason: '长'.repeat(201) }],
  ] as const;
  for (const [path, body] of bodies) expect((await at.ask('POST', path, { cookie: secretary, body })).status).toBe(400);
});

test('what was remembered is never changed on the disk', async () => {
  const { at, secretary } = await atMeeting();
  await at.ask('POST', kept, { cookie: secretary, body: { finding: 'f', reason: '理由' } });
  const disk = new DatabaseSync(at.folder.database);
  expect(() => disk.exec(`update minutes_kept set reason = '另'`)).toThrow(/append-only/);
  expect(() => disk.exec('delete from minutes_kept')).toThrow(/append-only/);
  disk.close();
});
