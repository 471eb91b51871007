// Knows how the list of those who wait is kept; not what happens once somebody speaks.
import type { Agenda, Stage } from '../agenda.ts';
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { PersonId, RequestId, StageId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { attendeeOf, isPresent } from '../roll.ts';
import { speechMsOf, type Rules } from '../rules.ts';
import { onFloor } from './on-floor.ts';
import { turnOrder } from './turn-order.ts';
import type { QueueCommand } from './commands.ts';
import type { QueueEvent } from './events.ts';
import type { Queue, Request } from './types.ts';

type Asking = Extract<QueueCommand, { type: 'RequestFloor' | 'EnterRequest' }>;

/** Q1–Q12. Who may stand on the list, and who may move it. Only in session. */
export function decideQueue(meeting: InSession, command: Stamped<QueueCommand>): Decision {
  const { queue } = meeting;
  switch (command.type) {
    case 'RequestFloor':
      return ask(meeting, command, command.by);
    case 'EnterRequest':
      return ask(meeting, command, command.person);
    case 'WithdrawRequest': {
      const request = waitingFor(queue, command.requestId);
      if (!request) return no({ type: 'UnknownRequest', requestId: command.requestId });
      if (request.person !== command.by) return no({ type: 'NotYourRequest', requestId: command.requestId });
      if (queue.withdrawal === 'barred') return no({ type: 'WithdrawalIsBarred' });
      return yes({ type: 'RequestWithdrawn', payload: { requestId: command.requestId } });
    }
    case 'RemoveRequest':
      if (!waitingFor(queue, command.requestId)) return no({ type: 'UnknownRequest', requestId: command.requestId });
      return yes({ type: 'RequestRemoved', payload: { requestId: command.requestId, reason: command.reason } });
    case 'MoveRequest':
      return move(meeting, command);
    case 'RestoreOrder':
      return queue.waiting.some(({ held, behind }) => held !== undefined || behind !== undefined)
        ? yes({ type: 'OrderRestored', payload: {} })
        : yes();
    case 'CloseQueue':
      return queue.list === 'closed' ? yes() : yes({ type: 'QueueClosed', payload: {} });
    case 'ReopenQueue':
      return queue.list === 'open' ? yes() : yes({ type: 'QueueReopened', payload: {} });
  }
}

function ask(meeting: InSession, command: Asking, person: PersonId): Decision {
  const { queue, roll, agenda, rules, stageId } = meeting;
  const { requestId, kind } = command;
  const known = knownRequest(queue, agenda, requestId);
  if (known) return known.person === person && waitingFor(queue, requestId) ? yes() : no({ type: 'RequestIdTaken', requestId });
  const asking = attendeeOf(roll, person);
  if (!asking) return no({ type: 'UnknownPerson', person });
  const standing = standingRequest(meeting, person, kind);
  if (standing) return no({ type: 'AlreadyInQueue', requestId: standing.requestId });
  const responds = kind === 'departmentResponse';
  if (responds && asking.role !== 'departmentRep') return no({ type: 'NotADepartment', person });
  const stage = agenda.stages.find((one) => one.stageId === stageId);
  if (command.type === 'RequestFloor') {
    const order = kind === 'pointOfOrder';
    if (stage?.speechKind === null && !order) return no({ type: 'NoFloorAtThisStage' });
    if (queue.list === 'closed' && !responds && !order) return no({ type: 'QueueIsClosed' });
  }
  if (asking.role === 'member' && !isPresent(roll, person)) return no({ type: 'NotCheckedIn', person });
  if (kind === 'pointOfOrder' && command.matter === undefined) return no({ type: 'MatterRequired' });
  const matter = kind === 'pointOfOrder' ? command.matter : undefined;
  const addressedTo = [...new Set(command.addressedTo)];
  const stranger = addressedTo.find((one) => attendeeOf(roll, one)?.role !== 'departmentRep');
  if (stranger !== undefined) return no({ type: 'NotADepartment', person: stranger });
  const inReplyTo = command.inReplyTo ?? null;
  if (inReplyTo !== null && !heard(queue, inReplyTo)) return no({ type: 'UnknownSpeech', requestId: inReplyTo });
  const limitMs = Math.min(speechLimit(rules, stage, kind), queue.cutMs ?? Number.POSITIVE_INFINITY);
  const topic = command.topic ?? '';
  return yes({
    type: 'FloorRequested',
    payload: { request: { requestId, person, kind, topic, addressedTo, inReplyTo, limitMs, origin: 'asked', ...(matter && { matter }) } },
  });
}

/** Q3. The entry that keeps a person from another one; none where the rules allow several. A point of order stands apart (Q19). */
export const standingRequest = ({ queue, rules }: InSession, person: PersonId, kind: Request['kind']): Request | undefined =>
  rules.waitingEntries === 'several'
    ? undefined
    : queue.waiting.find(
        (one) => one.person === person && one.origin === 'asked' && (one.kind === 'pointOfOrder') === (kind === 'pointOfOrder'),
      );

/** A follow-up or a response belongs to a speech that is running or over. */
const heard = (queue: Queue, requestId: RequestId): boolean =>
  queue.speeches.some((speech) => speech.requestId === requestId) ||
  onFloor(queue.floor).some((request) => request.requestId === requestId);

const speechLimit = (rules: Rules, stage: Stage | undefined, kind: Request['kind']): number =>
  stage?.speechMs !== undefined && stage.speechKind === kind ? stage.speechMs : speechMsOf(rules, kind);

export const waitingFor = (queue: Queue, requestId: RequestId): Request | undefined =>
  queue.waiting.find((request) => request.requestId === requestId);

export function knownRequest(queue: Queue, agenda: Agenda, requestId: RequestId): { readonly person: PersonId } | undefined {
  return (
    onFloor(queue.floor).find((request) => request.requestId === requestId) ??
    waitingFor(queue, requestId) ??
    queue.speeches.find((speech) => speech.requestId === requestId) ??
    agenda.prepared.find((speech) => speech.requestId === requestId)
  );
}

function move({ queue, roll }: InSession, command: Stamped<Extract<QueueCommand, { type: 'MoveRequest' }>>): Decision {
  const { requestId, before, seen = queue.arranged } = command;
  for (const id of before === null ? [requestId] : [requestId, before]) {
    const request = waitingFor(queue, id);
    if (!request) return no({ type: 'UnknownRequest', requestId: id });
    const { moved } = request;
    if (moved && moved.nth > seen && moved.by !== command.by) return no({ type: 'OrderChanged', by: moved.by });
  }
  const shown = turnOrder(queue, roll).map(({ request }) => request);
  const order = reordered(shown, requestId, before);
  if (order.every((request, place) => request === shown[place])) return yes();
  const upTo = order.findIndex((request) => request.requestId === requestId);
  const held = order.slice(0, upTo + 1).map((request) => request.requestId);
  return yes({ type: 'RequestMoved', payload: { requestId, before, held } });
}

function reordered(waiting: readonly Request[], requestId: RequestId, before: RequestId | null): readonly Request[] {
  if (requestId === before) return waiting;
  const moved = waiting.find((request) => request.requestId === requestId);
  if (!moved) return waiting;
  const others = waiting.filter((request) => request !== moved);
  const place = others.findIndex((request) => request.requestId === before);
  return place < 0 ? [...others, moved] : [...others.slice(0, place), moved, ...others.slice(place)];
}

/** Q8. Those that are held stand first, in the order the fact names, and are skipped no longer (Q14); one that has gone meanwhile is left out. */
function moved(queue: Queue, { payload: { requestId, before, held }, by }: Recorded & { readonly type: 'RequestMoved' }): Queue {
  const order = reordered(queue.waiting, requestId, before);
  const upTo = order.findIndex((request) => request.requestId === requestId);
  const named = held ?? order.slice(0, upTo + 1).map((request) => request.requestId);
  const nth = queue.arranged + 1;
  const first = [...new Set(named)].flatMap((id) => waitingFor(queue, id) ?? []);
  const placed = first.map((request): Request => ({ ...letGo(request), held: 'byHand' }));
  const waiting = [...placed, ...order.filter((request) => !first.includes(request))].map((request): Request =>
    request.requestId === requestId ? { ...request, moved: { by, nth } } : request,
  );
  return { ...queue, arranged: nth, waiting };
}

const letGo = ({ held: _held, behind: _behind, ...request }: Request): Request => request;

type Recorded = Extract<
  QueueEvent,
  { type: 'FloorRequested' | 'RequestWithdrawn' | 'RequestRemoved' | 'RequestMoved' | 'OrderRestored' | 'QueueClosed' | 'QueueReopened' }
> & { readonly by: PersonId; readonly at: Instant };

export function evolveList(queue: Queue, event: Recorded): Queue {
  switch (event.type) {
    case 'FloorRequested': {
      const request: Request = { ...event.payload.request, askedAt: event.at, enteredBy: event.by };
      const [current, passedOver] = [queue.waiting.filter(isCurrent), queue.waiting.filter((one) => !isCurrent(one))];
      return { ...queue, waiting: [...current, request, ...passedOver] };
    }
    case 'RequestWithdrawn':
    case 'RequestRemoved':
      return { ...queue, waiting: queue.waiting.filter(({ requestId }) => requestId !== event.payload.requestId) };
    case 'RequestMoved':
      return moved(queue, event);
    case 'OrderRestored':
      return { ...queue, arranged: queue.arranged + 1, waiting: queue.waiting.map(letGo) };
    case 'QueueClosed':
      return { ...queue, list: 'closed' };
    case 'QueueReopened':
      return { ...queue, list: 'open' };
  }
}

const isCurrent = ({ origin }: Request): boolean => origin !== 'passedOver';

/**
 * Q2. Once a stage is entered its prepared speeches stand before all others, in their fixed order; those of the stages
 * left without having been given stand behind all others, so that nobody waits for them. What was held by hand or skipped is let go, and limits are cut no longer.
 */
export function enterPrepared(
  queue: Queue,
  { agenda, rules }: { readonly agenda: Agenda; readonly rules: Rules },
  stageId: StageId,
  { by, at }: { readonly by: PersonId; readonly at: Instant },
): Queue {
  const stage = agenda.stages.find((one) => one.stageId === stageId);
  const ofStage = agenda.prepared.filter((speech) => speech.stageId === stageId && !heard(queue, speech.requestId));
  const due = ofStage.map(({ requestId, person, kind, topic, addressedTo, limitMs }): Request => {
    const standing = waitingFor(queue, requestId);
    if (standing) return { ...standing, origin: 'prepared' };
    const limit = limitMs ?? speechLimit(rules, stage, kind);
    return { requestId, person, kind, topic, addressedTo, inReplyTo: null, limitMs: limit, askedAt: at, enteredBy: by, origin: 'prepared' };
  });
  const asked = queue.waiting.filter(({ origin }) => origin === 'asked');
  const passedOver = queue.waiting
    .filter(({ origin, requestId }) => origin !== 'asked' && !due.some((one) => one.requestId === requestId))
    .map((request): Request => ({ ...request, origin: 'passedOver' }));
  const { cutMs: _cut, ...lasting } = queue;
  return { ...lasting, waiting: [...due, ...asked, ...passedOver].map(letGo) };
}
