// How one gets onto the list of speakers and where one stands on it (Q), in the simple idea the core is compared with.
import type { Command, ListControlCommand, QueueCommand, WrittenCommand } from '@xieshang/meeting';
import { endSpeech } from './floor.ts';
import { isDepartment, type Hall, type Rules, type Verdict, type Wish } from './hall.ts';
import { limitOf, mayStand, spoke, standsAlready, waits } from './standing.ts';
import { turnsIn } from './turns.ts';

/** Q2. */
export function enter(hall: Hall, stage: string, at: number): Verdict {
  hall.stage = stage;
  hall.course.push(stage);
  const first = hall.plan.prepared
    .filter(({ stageId, requestId }) => stageId === stage && !spoke(hall, requestId))
    .map(({ requestId, person, kind, addressedTo, limitMs }): Wish => {
      const fresh = {
        id: requestId,
        person,
        kind,
        limit: limitMs ?? limitOf(hall, kind),
        to: addressedTo,
        reply: null,
        asked: at,
        moved: null,
        again: null,
        matter: null,
      };
      return { ...fresh, ...waits(hall, requestId), origin: 'prepared', held: false, behind: null };
    });
  const asked = hall.waiting.filter(({ origin }) => origin === 'asked');
  const rest = hall.waiting.filter(({ id, origin }) => origin !== 'asked' && !first.some((one) => one.id === id));
  hall.waiting = [...first, ...asked, ...rest.map((wish): Wish => ({ ...wish, origin: 'passedOver' }))];
  for (const wish of hall.waiting) [wish.held, wish.behind] = [false, null];
  hall.cut = null;
  return 'done';
}

/** Q1–Q5, Q9, Q19. */
function ask(hall: Hall, c: Extract<Command, { type: 'RequestFloor' | 'EnterRequest' }>, person: string, at: number): Verdict {
  const { requestId: id, kind, addressedTo: to = [], inReplyTo } = c;
  if (waits(hall, id)?.person === person) return 'silent';
  if (waits(hall, id) || spoke(hall, id) || hall.plan.prepared.some((one) => one.requestId === id)) return 'RequestIdTaken';
  if (!hall.people.has(person)) return 'UnknownPerson';
  const order = kind === 'pointOfOrder';
  if (standsAlready(hall, person, order)) return 'AlreadyInQueue';
  const answering = kind === 'departmentResponse';
  if (answering && !isDepartment(hall, person)) return 'NotADepartment';
  const stage = hall.plan.stages.find((one) => one.stageId === hall.stage);
  if (c.type === 'RequestFloor' && stage?.speechKind === null && !order) return 'NoFloorAtThisStage';
  if (c.type === 'RequestFloor' && !hall.listOpen && !answering && !order) return 'QueueIsClosed';
  if (!mayStand(hall, person)) return 'NotCheckedIn';
  if (order && c.matter === undefined) return 'MatterRequired';
  if (!to.every((one) => isDepartment(hall, one))) return 'NotADepartment';
  if (inReplyTo !== undefined && !spoke(hall, inReplyTo)) return 'UnknownSpeech';
  const behind = hall.waiting.filter(({ origin }) => origin === 'passedOver');
  const before = hall.waiting.filter(({ origin }) => origin !== 'passedOver');
  const fresh: Wish = {
    id,
    person,
    origin: 'asked',
    kind,
    limit: Math.min(limitOf(hall, kind), hall.cut ?? 1e12),
    to,
    reply: inReplyTo ?? null,
    asked: at,
    held: false,
    moved: null,
    behind: null,
    again: null,
    matter: kind === 'pointOfOrder' ? (c.matter ?? null) : null,
  };
  hall.waiting = [...before, fresh, ...behind];
  return 'done';
}

function remove(hall: Hall, id: string, by: string | null): Verdict {
  const wish = waits(hall, id);
  if (!wish) return 'UnknownRequest';
  if (by !== null && wish.person !== by) return 'NotYourRequest';
  if (by !== null && hall.barred) return 'WithdrawalIsBarred';
  hall.waiting = hall.waiting.filter((one) => one !== wish);
  return 'done';
}

const setList = (hall: Hall, open: boolean): Verdict => {
  if (hall.listOpen === open) return 'silent';
  hall.listOpen = open;
  return 'done';
};

export const queueRules: Rules<QueueCommand['type']> = {
  RequestFloor: (hall, c, by, at) => ask(hall, c, by, at),
  EnterRequest: (hall, c, _, at) => ask(hall, c, c.person, at),
  WithdrawRequest: (hall, { requestId }, by) => remove(hall, requestId, by),
  RemoveRequest: (hall, { requestId }) => remove(hall, requestId, null),
  MoveRequest: (hall, { requestId, before, seen = hall.arranged }, by) => {
    for (const id of [requestId, before]) {
      if (id === null) continue;
      const wish = waits(hall, id);
      if (!wish) return 'UnknownRequest';
      if (wish.moved && wish.moved.by !== by && wish.moved.nth > seen) return 'OrderChanged';
    }
    const wish = waits(hall, requestId);
    if (!wish || requestId === before) return 'silent';
    const shown = turnsIn(hall);
    const order = shown.filter((one) => one !== wish);
    order.splice(before === null ? order.length : order.findIndex(({ id }) => id === before), 0, wish);
    if (order.every((one, place) => one === shown[place])) return 'silent';
    const placed = order.slice(0, order.indexOf(wish) + 1);
    for (const one of placed) [one.held, one.behind] = [true, null];
    hall.arranged += 1;
    wish.moved = { by, nth: hall.arranged };
    const kept = hall.waiting.filter((one) => one !== wish);
    kept.splice(before === null ? kept.length : kept.findIndex(({ id }) => id === before), 0, wish);
    hall.waiting = [...placed, ...kept.filter((one) => !placed.includes(one))];
    return 'done';
  },
  RestoreOrder: (hall) => {
    if (!hall.waiting.some(({ held, behind }) => held || behind)) return 'silent';
    for (const wish of hall.waiting) [wish.held, wish.behind] = [false, null];
    hall.arranged += 1;
    return 'done';
  },
  CloseQueue: (hall) => setList(hall, false),
  ReopenQueue: (hall) => setList(hall, true),
};

/** Q20. */
function handIn(hall: Hall, c: Extract<Command, { type: 'HandInSpeech' | 'EnterWrittenSpeech' }>, person: string, at: number): Verdict {
  const { requestId: id, text, addressedTo: to = [] } = c;
  if (hall.phase !== 'inSession' && hall.phase !== 'suspended') return 'MeetingNotInSession';
  const same = hall.said.find((one) => one.id === id);
  if (same?.kind === 'writtenSpeech' && same.person === person) return 'silent';
  if (waits(hall, id) || spoke(hall, id) || hall.plan.prepared.some((one) => one.requestId === id)) return 'RequestIdTaken';
  const role = hall.people.get(person);
  if (role !== 'member' && role !== 'departmentRep') return 'UnknownPerson';
  if (!text.trim()) return 'NoteRequired';
  if (!to.every((one) => isDepartment(hall, one))) return 'NotADepartment';
  const idle = { held: false, moved: null, behind: null, again: null, matter: null, reply: null };
  const said = { id, person, origin: 'asked', kind: 'writtenSpeech', limit: 0, to, asked: at, ...idle } as const;
  hall.said.push({ ...said, stage: hall.stage, spoken: 0, instead: [], above: null, text, lostMs: 0 });
  return 'done';
}

export const writtenRules: Rules<WrittenCommand['type']> = {
  HandInSpeech: (hall, c, by, at) => handIn(hall, c, by, at),
  EnterWrittenSpeech: (hall, c, _, at) => handIn(hall, c, c.person, at),
};

/** Q14–Q17. */
export const listControlRules: Rules<ListControlCommand['type']> = {
  SkipRequest: (hall, { requestId }, by) => {
    const wish = waits(hall, requestId);
    if (!wish) return 'UnknownRequest';
    const shown = turnsIn(hall).filter((one) => one === wish || (mayStand(hall, one.person) && (one.held || one.origin !== 'passedOver')));
    const behind = shown.filter((one) => one !== wish && hall.people.has(one.person)).map(({ id }) => id);
    const after = turnsIn(hall).slice(turnsIn(hall).indexOf(wish));
    if (!after.some(({ id }) => behind.includes(id))) return 'silent';
    for (const one of hall.waiting) {
      const others = one.behind?.filter((id) => id !== requestId) ?? [];
      one.behind = others.length > 0 ? others : null;
    }
    hall.arranged += 1;
    Object.assign(wish, { held: false, behind, moved: { by, nth: hall.arranged } });
    return 'done';
  },
  PutBack: (hall, { requestId, as }, by, at) => {
    // What was interrupted is neither running nor over.
    const speech = hall.floor?.id === requestId ? hall.floor : hall.said.find((one) => one.id === requestId);
    if (!speech || speech.kind === 'writtenSpeech') return 'UnknownSpeech';
    if (waits(hall, as)?.again === requestId) return 'silent';
    if (waits(hall, as) || spoke(hall, as) || hall.plan.prepared.some((one) => one.requestId === as)) return 'RequestIdTaken';
    if (standsAlready(hall, speech.person, speech.kind === 'pointOfOrder')) return 'AlreadyInQueue';
    const shown = turnsIn(hall);
    if (hall.floor?.id === requestId) endSpeech(hall, at);
    hall.arranged += 1;
    const moved = { by, nth: hall.arranged };
    const { person, kind, to, reply, limit, matter } = speech;
    const fresh: Wish = {
      id: as,
      person,
      origin: 'asked',
      kind,
      limit,
      to,
      reply,
      asked: at,
      held: true,
      moved,
      behind: null,
      again: requestId,
      matter,
    };
    const kept = shown.filter(({ held }) => held);
    const others = hall.waiting.filter((wish) => !kept.includes(wish));
    hall.waiting = [fresh, ...kept, ...others];
    return 'done';
  },
  CutLimits: (hall, { ms }) => {
    const longer = hall.waiting.filter(({ origin, limit }) => origin !== 'passedOver' && limit > ms);
    if (longer.length === 0 && hall.cut === ms) return 'silent';
    hall.cut = ms;
    for (const wish of longer) wish.limit = ms;
    return 'done';
  },
  BarWithdrawal: (hall) => {
    if (hall.barred) return 'silent';
    hall.barred = true;
    return 'done';
  },
  AllowWithdrawal: (hall) => {
    if (!hall.barred) return 'silent';
    hall.barred = false;
    return 'done';
  },
};
