// Plays one made-up sitting on the core: who asks when, who is called, how long each speaks; judges nothing.
import {
  decide,
  evolve,
  initial,
  personId,
  meetingId,
  requestId,
  stageId,
  commandId,
  suggestedTurn,
  speakingTimes,
  expectedWait,
  minutesTold,
  turnOrder,
  type Attendee,
  type Command,
  type Meeting,
  type PersonId,
  type Plan,
  type RequestId,
} from '@xieshang/meeting';

/** `asked`: whoever asked first; `fair`: whom the order suggests (Q10, Q11). */
export type Calling = 'asked' | 'fair';

/** `some`: one in eight of those who ask takes it back if not called in time. */
export type GivingUp = 'nobody' | 'some';

export interface Sitting {
  /** Net ms by 界别; of those with somebody who asked. */
  readonly bySector: ReadonlyMap<string, number>;
  /** Persons who asked, and of them those who spoke. */
  readonly asked: number;
  readonly spoke: number;
  /** Speeches of persons who had spoken already, while somebody waited who had not. */
  readonly again: number;
  /** What each could be told when asking, in the order they are called in, and what it was; of those who were called. */
  readonly waits: readonly Wait[];
}

/** ms. */
export interface Wait {
  /** If everybody before speaks to the limit. */
  readonly byLimits: number;
  /** Q22; as the suggested order has it. */
  readonly expected: number;
  /** Q22. The whole minutes that stand on the page. */
  readonly told: number;
  readonly was: number;
  /** Q22. Whether those who ask later can come to stand before. */
  readonly orLonger: boolean;
  /** How many who asked later were called before. */
  readonly overtakenBy: number;
}

const minute = 60_000;
const lasts = 90 * minute;
const limit = 5 * minute;
const chair = personId('zhuchi');
const office = personId('mishu');

/** Twelve 界别 of unequal size, 60 members. */
const sizes: Readonly<Record<string, number>> = {
  中共: 9,
  民革: 5,
  民盟: 6,
  民建: 6,
  民进: 4,
  农工党: 4,
  九三学社: 4,
  工商联: 7,
  经济: 6,
  教育: 4,
  医药卫生: 3,
  少数民族: 2,
};

const members: readonly Attendee[] = Object.entries(sizes).flatMap(([sector, size]) =>
  Array.from({ length: size }, (_, n): Attendee => ({
    person: personId(`${sector}${n + 1}`),
    name: `${sector}${n + 1}`,
    role: 'member',
    sector,
  })),
);

const plan: Plan = {
  notice: { meeting: meetingId('fairness'), kind: 'rehearsal', title: '', topic: '', place: '', startsAt: 0 },
  rules: {
    quorum: { kind: 'moreThan', parts: 1, of: 2 },
    vote: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
    votingMs: minute,
    objectionMs: minute,
    speechMs: {
      briefing: limit,
      keynoteSpeech: limit,
      openFloorSpeech: limit,
      followUpQuestion: 2 * minute,
      interjection: minute,
      departmentResponse: limit,
    },
    warningsMs: [minute],
  },
  attendees: [{ person: chair, name: '主持人', role: 'moderator' }, { person: office, name: '秘书', role: 'secretary' }, ...members],
  presiding: chair,
  stages: [{ stageId: stageId('floor'), name: '自由发言', minutes: 90, speechKind: 'openFloorSpeech' }],
  prepared: [],
  materials: [],
  recommendations: [],
  onLeave: [],
};

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Wish {
  readonly person: PersonId;
  readonly at: number;
}

/**
 * When each wants to speak, the same for both ways of calling. A quarter are eager: they ask early and again and again; two fifths
 * ask once, at some time; the others never do. Larger 界别 have more of the eager ones.
 */
function wishesOf(seed: number): readonly Wish[] {
  const next = chance(seed);
  return members
    .flatMap(({ person, sector = '' }): readonly Wish[] => {
      const eager = next() < 0.12 + (sizes[sector] ?? 0) / 40;
      const first = next() * (eager ? 15 : 75) * minute;
      const pause = (8 + next() * 12) * minute;
      if (eager) return [0, 1, 2, 3].map((time) => ({ person, at: Math.round(first + time * pause) }));
      return next() < 0.55 ? [{ person, at: Math.round(first) }] : [];
    })
    .filter(({ at }) => at < lasts)
    .toSorted((one, other) => one.at - other.at);
}

/** ms each speaks, by the place of the speech: some far below the limit, some over it; in some halls people are brief, in others not. */
const lengthsOf = (seed: number): readonly number[] => {
  const next = chance(seed ^ 0x5eed);
  const usual = 0.6 + next() * 0.5;
  return Array.from({ length: 200 }, () => Math.round((usual - 0.3 + next() * 0.6) * limit));
};

/** ms the moderator talks between two speeches, by the place of the second: short here, long there, as the moderator is. */
const pausesOf = (seed: number): readonly number[] => {
  const next = chance(seed ^ 0xbe11);
  const usual = (10 + next() * 40) * 1000;
  return Array.from({ length: 200 }, () => Math.round((0.5 + next()) * usual));
};

/** ms each waits before giving up, by the place of the wish. */
const patienceOf = (seed: number): readonly number[] => {
  const next = chance(seed ^ 0xabc);
  return Array.from({ length: 200 }, () => (next() < 1 / 8 ? next() * 40 * minute : lasts));
};

export function playSitting(seed: number, calling: Calling, givingUp: GivingUp = 'nobody'): Sitting {
  const wishes = [...wishesOf(seed)];
  const [lengths, pauses, patience] = [lengthsOf(seed), pausesOf(seed), [...patienceOf(seed)]];
  const leaving: { readonly person: PersonId; readonly id: RequestId; readonly at: number }[] = [];
  let meeting: Meeting = initial;
  let commands = 0;
  /** Says no to a wish that is no wish any more: who waits already asks no second time. */
  const put = (by: PersonId, body: Command, at: number): void => {
    const decision = decide(meeting, { ...body, by, at, command: commandId(`c${(commands += 1)}`) });
    if (decision.ok) meeting = decision.events.reduce((state, event) => evolve(state, { ...event, by, at }), meeting);
  };
  const held = () => {
    if (meeting.phase !== 'inSession') throw new Error(`seed ${seed}: not in session`);
    return meeting;
  };
  put(office, { type: 'ConveneMeeting', plan }, 0);
  for (const { person } of members) put(person, { type: 'CheckIn' }, 0);
  put(chair, { type: 'OpenMeeting' }, 0);

  const told = new Map<string, Omit<Wait, 'was' | 'overtakenBy'> & { readonly at: number }>();
  const waits: Wait[] = [];
  /** When those called so far had asked. */
  const called: number[] = [];
  const spoken = new Set<PersonId>();
  let again = 0;
  const leaveUntil = (now: number): void => {
    for (const { person, id, at } of leaving.toSorted((one, other) => one.at - other.at))
      if (at <= now && held().queue.waiting.some(({ requestId: waits }) => waits === id))
        put(person, { type: 'WithdrawRequest', requestId: id }, at);
  };
  const askUntil = (now: number): void => {
    while (wishes[0] && wishes[0].at <= now) {
      const { person, at } = wishes.shift() ?? { person: chair, at: now };
      leaveUntil(at);
      const id = requestId(`${person}.${at}`);
      put(person, { type: 'RequestFloor', requestId: id, kind: 'openFloorSpeech' }, at);
      const { queue, roll } = held();
      const before = calling === 'fair' ? turnOrder(queue, roll).map(({ request }) => request) : queue.waiting;
      const place = before.findIndex((request) => request.requestId === id);
      if (place < 0) continue;
      const running = queue.floor.phase === 'speaking' ? Math.max(0, queue.floor.limitMs - (at - queue.floor.since)) : 0;
      const wait = expectedWait(queue, roll, id, at) ?? { ms: 0, orLonger: true };
      const { ms: expected, orLonger } = wait;
      told.set(id, { at, byLimits: running + place * limit, expected, told: minutesTold(wait) * minute, orLonger });
      const patient = patience.shift() ?? lasts;
      if (givingUp === 'some') leaving.push({ person, id, at: at + patient });
    }
    leaveUntil(now);
  };
  let now = 0;
  for (const [nth, length] of lengths.entries()) {
    if (nth > 0) now += pauses[nth] ?? 0;
    askUntil(now);
    while (held().queue.waiting.length === 0 && wishes[0] && now < lasts) askUntil((now = wishes[0].at));
    const { queue, roll } = held();
    const next = calling === 'fair' ? suggestedTurn(queue, roll)?.request : queue.waiting[0];
    if (!next || now >= lasts) break;
    if (spoken.has(next.person) && queue.waiting.some(({ person }) => !spoken.has(person))) again += 1;
    const promise = told.get(next.requestId);
    if (promise) {
      const { at, ...said } = promise;
      const overtakenBy = called.filter((askedAt) => askedAt > at).length;
      waits.push({ ...said, was: now - at, overtakenBy });
      called.push(at);
    }
    spoken.add(next.person);
    put(chair, { type: 'GiveFloor', requestId: next.requestId }, now);
    askUntil(now + length);
    now += length;
    put(chair, { type: 'EndSpeech' }, now);
  }
  const { queue, roll } = held();
  const { bySector } = speakingTimes(queue, roll, now);
  const whoAsked = new Set(wishesOf(seed).map(({ person }) => person));
  const sectorsAsked = new Set(members.filter(({ person }) => whoAsked.has(person)).map(({ sector = '' }) => sector));
  return {
    bySector: new Map([...sectorsAsked].map((sector) => [sector, bySector.get(sector)?.ms ?? 0])),
    asked: whoAsked.size,
    spoke: spoken.size,
    again,
    waits,
  };
}
