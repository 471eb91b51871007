// Knows how a demo folder with a meeting in session, and a session for everybody, is laid down fast; not how it is measured.
import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { meetingId, motionId, personId, stageId, type Attendee, type Plan } from '@xieshang/meeting';
import { hashOf, meetingReadModel, openRooms, openStore, takeDataFolder } from '@xieshang/server/testing';

export const seededMeeting = meetingId('bench');
export const seededMotion = motionId('m1');
const day = 86_400_000;

export interface Seeded {
  readonly folder: string;
  /** Of the members, in order. */
  readonly members: readonly string[];
  readonly chair: string;
  /** Of the newest fact. */
  readonly seq: number;
}

const member = (place: number): Attendee => ({
  person: personId(`v${String(place).padStart(5, '0')}`),
  name: `委员${String(place).padStart(5, '0')}`,
  role: 'member',
  sector: '经济界',
});

const planOf = (members: readonly Attendee[], startsAt: number): Plan => ({
  notice: { meeting: seededMeeting, kind: 'consultation', title: '测速', topic: '测速', place: '议政厅', startsAt },
  rules: {
    quorum: { kind: 'moreThan', parts: 1, of: 2 },
    vote: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
    ...{ votingMs: 60_000, objectionMs: 20_000, warningsMs: [] },
    speechMs: {
      ...{ briefing: 60_000, keynoteSpeech: 60_000, openFloorSpeech: 60_000 },
      ...{ followUpQuestion: 60_000, interjection: 60_000, departmentResponse: 60_000 },
    },
  },
  attendees: [
    { person: personId('zhuchi'), name: '主持人', role: 'moderator' },
    { person: personId('mishu1'), name: '秘书', role: 'secretary' },
    ...members,
  ],
  presiding: personId('zhuchi'),
  stages: [{ stageId: stageId('keynote'), name: '重点发言', minutes: 60, speechKind: 'keynoteSpeech' }],
  prepared: [],
  materials: [],
  recommendations: [
    { motionId: seededMotion, number: 1, text: '建议一', version: 1, leadUnit: '市工业和信息化局', coUnits: [], dueDate: null },
  ],
  onLeave: [],
});

/** A folder with `count` members, all checked in to a meeting that is in session. */
export async function seed(folder: string, count: number): Promise<Seeded> {
  const taken = takeDataFolder(folder, 'demo');
  const store = await openStore(taken, Date.now);
  const committed = meetingReadModel(store.meetingListWriter);
  const rooms = openRooms({
    ...{ log: store.eventLog, clock: Date.now, random: randomBytes, committed },
    seal: () => Promise.reject(new Error('nothing is issued here')),
    report: (trouble) => {
      throw new Error('the seed failed', { cause: trouble });
    },
  });
  try {
    const members = Array.from({ length: count }, (_, place) => member(place));
    const plan = planOf(members, Date.now());
    const accounts = plan.attendees.map(({ person, name, role }) => ({
      ...{ account: person, name, role, sector: null, unit: null, title: null, disabled: false },
      ...{ passwordHash: role === 'member' ? null : 'none', rehearsal: role === 'member' },
    }));
    await store.accounts.addMissing(accounts);
    const steps: [string, Parameters<typeof rooms.submit>[1]][] = [
      ['mishu1', { type: 'ConveneMeeting', plan }],
      ...members.map(({ person }): (typeof steps)[number] => ['mishu1', { type: 'CheckInFor', person, reason: '测速' }]),
      ['zhuchi', { type: 'OpenMeeting' }],
    ];
    const [convening, ...others] = steps.map(
      ([by, body], place) =>
        () =>
          rooms.submit(seededMeeting, body, { by, command: `seed-${place}` }),
    );
    const answers = [await convening?.(), ...(await Promise.all(others.map((step) => step())))];
    const refused = answers.find((answer) => !answer?.ok);
    if (refused) throw new Error(`the seed was refused: ${JSON.stringify(refused)}`);
    const seq = (await rooms.host(seededMeeting))?.history().seq ?? 0;
    const cookies = [];
    for (const { person } of plan.attendees) cookies.push(await session(store, person));
    const [chair = '', , ...rest] = cookies;
    return { folder, members: rest, chair, seq };
  } finally {
    await rooms.close();
    await store.close();
    taken.release();
  }
}

async function session(store: Awaited<ReturnType<typeof openStore>>, account: string): Promise<string> {
  const id = randomBytes(20).toString('hex');
  const now = Date.now();
  const times = { createdAt: now, lastSeenAt: now, expiresAt: now + day / 2, absoluteAt: now + day };
  await store.sessions.add({ idHash: hashOf(id), account, scope: null, device: 'bench', ...times });
  return `xieshang=${id}`;
}

/** Runs change the folder: each gets a copy of its own. */
export function copyOf({ folder, ...cookies }: Seeded, name: string): Seeded {
  const copy = join(folder, '..', name);
  cpSync(folder, copy, { recursive: true });
  return { folder: copy, ...cookies };
}
