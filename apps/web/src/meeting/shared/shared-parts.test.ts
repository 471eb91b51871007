import { meetingId, motionId, personId, requestId, stageId, type Motion, type Queue, type Request } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { clockText } from '../../ui/clock-text.ts';
import { roomWords } from '../../words/zh/room.ts';
import { countdown } from './countdown.ts';
import type { Held } from './held.ts';
import { nextUp, placeInList } from './list-order.ts';
import { affiliation, fullName } from './people.ts';
import { freshResults, sceneOf } from './scene.ts';
import { speechClock, untilNextSecond, type TakenFloor } from './speech-clock.ts';
import { requiredApprovals } from './threshold.ts';

const [zhang, li, wang] = [personId('weiyuan01'), personId('weiyuan02'), personId('weiyuan03')];
const minute = 60_000;

const asks = (person: typeof zhang, limitMs = 3 * minute): Request => ({
  requestId: requestId(`r-${person}`),
  person,
  kind: 'openFloorSpeech',
  topic: '',
  addressedTo: [],
  inReplyTo: null,
  limitMs,
  askedAt: 0,
  enteredBy: person,
  origin: 'asked',
});

const speaking: TakenFloor = {
  phase: 'speaking',
  request: asks(zhang),
  from: 0,
  limitMs: 3 * minute,
  spokenMs: 0,
  since: 0,
  overtimeAt: null,
};
const queue: Queue = {
  list: 'open',
  arranged: 0,
  waiting: [asks(li), asks(wang)],
  floor: speaking,
  speeches: [],
  answers: [],
  ratings: {},
};

/** Departments, who need not be checked in: who asked first is first. */
const listed = {
  queue,
  roll: {
    attendees: [zhang, li, wang].map((person) => ({ person, name: person, role: 'departmentRep' as const })),
    present: {},
    left: {},
    leaves: {},
  },
};

test('a countdown stands at zero when its time has gone', () => {
  expect(countdown(38_000, 0)).toEqual({ leftMs: 38_000, over: false, text: '00:38', soon: false });
  expect(countdown(38_000, 99_000)).toMatchObject({ leftMs: 0, over: true, text: '00:00' });
});

test('F11 the next look at a clock is when its second flips, and not before', () => {
  for (const leftMs of [61_000, 60_999, 1_001, 1_000, 999, 1, 0, -1, -999, -1_000, -1_001]) {
    const next = untilNextSecond(leftMs);
    expect(next).toBeGreaterThan(0);
    expect(clockText(leftMs - next + 1)).toBe(clockText(leftMs));
    expect(clockText(leftMs - next)).not.toBe(clockText(leftMs));
  }
});

test('a countdown still shows a second that has begun', () => {
  expect(countdown(10_000, 9_001).text).toBe('00:01');
});

test('F6 the clock warns from the longest warning on, then counts the time over', () => {
  expect(speechClock(speaking, minute, [minute]).tone).toBe('plain');
  expect(speechClock(speaking, 2 * minute, [minute])).toMatchObject({ tone: 'soon', leftMs: minute });
  expect(speechClock(speaking, 3 * minute + 40_000, [minute])).toMatchObject({ tone: 'over', leftMs: -40_000, share: 1 });
});

test('F6 the clock stands still while paused', () => {
  const { since: _since, ...held } = speaking;
  const paused: TakenFloor = { ...held, phase: 'paused', spokenMs: minute, pausedAt: minute };
  expect(speechClock(paused, 9 * minute, [])).toMatchObject({ leftMs: 2 * minute, paused: true });
});

test('the next two are the first of those who wait', () => {
  expect(nextUp(listed).map(({ person }) => person)).toEqual([li, wang]);
});

test('Q10 who is not here is next only where nobody else is', () => {
  const passedOver = { ...queue, waiting: [asks(li), { ...asks(wang), origin: 'passedOver' as const }] };
  const next = (role: 'member' | 'departmentRep') => {
    const attendees = [
      { person: li, name: li, role: 'member' as const },
      { person: wang, name: wang, role },
    ];
    return nextUp({ queue: passedOver, roll: { ...listed.roll, attendees } }).map(({ person }) => person);
  };
  // A department need not be checked in.
  expect(next('departmentRep')).toEqual([wang]);
  expect(next('member')).toEqual([li, wang]);
});

test('one’s place counts from 1, and there is none when not on the list', () => {
  expect(placeInList(listed, wang)?.place).toBe(2);
  expect(placeInList(listed, zhang)).toBeNull();
});

test('V1 what a vote needs is known beforehand for 应到 and 实到, not for the votes pressed', () => {
  const threshold = { kind: 'moreThan', parts: 1, of: 2 } as const;
  expect(requiredApprovals({ base: 'eligible', threshold }, { eligible: 32, present: 28 })).toBe(17);
  expect(requiredApprovals({ base: 'present', threshold }, { eligible: 32, present: 28 })).toBe(15);
  expect(requiredApprovals({ base: 'cast', threshold }, { eligible: 32, present: 28 })).toBeNull();
});

test('a rule is read as the practice says it', () => {
  expect(roomWords.rule({ base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } })).toBe('应到过半');
  expect(roomWords.rule({ base: 'present', threshold: { kind: 'atLeast', parts: 2, of: 3 } })).toBe('实到三分之二以上');
});

test('a short honorific stands with the name once, a long post beside the 界别', () => {
  expect(fullName({ name: '张', title: '委员' })).toBe('张委员');
  expect(fullName({ name: '张委员', title: '委员' })).toBe('张委员');
  expect(affiliation({ person: zhang, name: '丙', role: 'departmentRep', unit: '市商务局', title: '副局长' })).toBe('市商务局 副局长');
});

const paper = (number: number) => ({ number, text: '建议', version: 1, leadUnit: '', coUnits: [], dueDate: null });
const result = (number: number) => ({ form: 'acclamation', paper: paper(number), roll: 3, passed: true, closedAt: 10 }) as const;
const announced = (number: number, announcedAt: number): Motion => ({
  phase: 'announced',
  round: 1,
  result: result(number),
  announcedAt,
  earlier: [],
  ...{ voterRoll: [], unreachable: [] },
});

const inSession = (change: Partial<Held>): Held =>
  ({
    phase: 'inSession',
    openedAt: 0,
    stageId: stageId('voting'),
    notice: { meeting: meetingId('demo'), kind: 'consultation', title: '', topic: '', place: '', startsAt: 0 },
    rules: {
      quorum: { kind: 'consensus' },
      vote: { base: 'eligible', threshold: { kind: 'consensus' } },
      votingMs: 0,
      objectionMs: 0,
      speechMs: {},
      warningsMs: [],
    },
    roll: { attendees: [], present: {}, left: {}, leaves: {} },
    presiding: zhang,
    agenda: { stages: [], prepared: [], materials: [], course: [{ stageId: stageId('voting'), from: 5, to: null }] },
    queue: { ...queue, floor: { phase: 'empty' } },
    recommendations: {},
    motions: {},
    elections: {},
    pulses: [],
    ...change,
  }) as Held;

test('an open vote comes before the one who speaks', () => {
  const voting: Motion = {
    phase: 'voting',
    round: 1,
    paper: paper(1),
    rule: { base: 'eligible', threshold: { kind: 'consensus' } },
    eligible: 3,
    voterRoll: [],
    openedAt: 9,
    dueAt: 19,
    votes: {},
    ...{ form: 'named', quorum: null, closing: 'chair', graceMs: 0, weights: {}, proxies: {}, entered: {} },
    earlier: [],
  };
  const meeting = inSession({ queue, motions: { [motionId('m1')]: voting } });
  expect(sceneOf(meeting).kind).toBe('voting');
});

test('those results are fresh that were announced together last', () => {
  const motions = { [motionId('m2')]: announced(2, 30), [motionId('m1')]: announced(1, 30), [motionId('m3')]: announced(3, 20) };
  expect(freshResults(inSession({ motions })).map(({ motionId: id }) => id)).toEqual(['m1', 'm2']);
});

test('a result is no longer fresh once the next stage has begun', () => {
  const motions = { [motionId('m1')]: announced(1, 30) };
  const agenda = { stages: [], prepared: [], materials: [], course: [{ stageId: stageId('summary'), from: 40, to: null }] };
  expect(sceneOf(inSession({ motions, agenda })).kind).toBe('quiet');
});

test('what happened last is shown: a vote just closed, or a result announced after an older vote was closed', () => {
  const closed: Motion = { phase: 'closed', round: 1, result: result(2), earlier: [], voterRoll: [], unreachable: [] };
  const kindAt = (announcedAt: number): string =>
    sceneOf(inSession({ motions: { [motionId('m1')]: announced(1, announcedAt), [motionId('m2')]: closed } })).kind;
  expect(kindAt(9)).toBe('counting');
  expect(kindAt(11)).toBe('results');
});

test('while nothing is said or voted on the scene is quiet', () => {
  expect(sceneOf(inSession({})).kind).toBe('quiet');
});
