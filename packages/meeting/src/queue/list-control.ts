// Knows what the moderator does with the list as a whole and with one's turn: skip, put back, cut, bar withdrawing; not the order itself.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Stamped } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { endOfSpeech } from './floor.ts';
import { knownRequest, standingRequest, waitingFor } from './list.ts';
import { turnOrder } from './turn-order.ts';
import type { ListControlCommand } from './commands.ts';
import type { QueueEvent } from './events.ts';
import type { Queue, Request } from './types.ts';

/** Q14–Q17. Only in session. */
export function decideListControl(meeting: InSession, command: Stamped<ListControlCommand>): Decision {
  const { queue } = meeting;
  switch (command.type) {
    case 'SkipRequest':
      return skip(meeting, command);
    case 'PutBack':
      return putBack(meeting, command);
    case 'CutLimits': {
      const { ms } = command;
      const isCut = queue.cutMs === ms && queue.waiting.every((request) => cut(request, ms) === request);
      return isCut ? yes() : yes({ type: 'LimitsCut', payload: { ms } });
    }
    case 'BarWithdrawal':
      return queue.withdrawal === 'barred' ? yes() : yes({ type: 'WithdrawalBarred', payload: {} });
    case 'AllowWithdrawal':
      return queue.withdrawal === 'barred' ? yes({ type: 'WithdrawalAllowed', payload: {} }) : yes();
  }
}

/** Q14. Behind all that can be called now; those who come later are none of them. */
function skip({ queue, roll }: InSession, { requestId }: Extract<ListControlCommand, { type: 'SkipRequest' }>): Decision {
  const turns = turnOrder(queue, roll);
  const place = turns.findIndex(({ request }) => request.requestId === requestId);
  if (place < 0) return no({ type: 'UnknownRequest', requestId });
  const others = turns.filter(({ request, group }) => request.requestId !== requestId && group !== 'awaited' && group !== 'passedOver');
  if (others.every(({ request }) => turns.findIndex((turn) => turn.request === request) < place)) return yes();
  return yes({ type: 'RequestSkipped', payload: { requestId, behind: others.map(({ request }) => request.requestId) } });
}

/** Q15. The speech ends, if it runs, and stays in the record; a new entry of the same stands first. */
function putBack(meeting: InSession, command: Stamped<Extract<ListControlCommand, { type: 'PutBack' }>>): Decision {
  const { queue, agenda, roll } = meeting;
  const { requestId, as } = command;
  const running = queue.floor.phase !== 'empty' && queue.floor.request.requestId === requestId ? queue.floor.request : undefined;
  const speech = running ?? queue.speeches.find((one) => one.requestId === requestId);
  if (!speech) return no({ type: 'UnknownSpeech', requestId });
  const { person, kind, topic, addressedTo, inReplyTo, matter } = speech;
  if (kind === 'writtenSpeech') return no({ type: 'UnknownSpeech', requestId });
  if (waitingFor(queue, as)?.again === requestId) return yes();
  if (knownRequest(queue, agenda, as)) return no({ type: 'RequestIdTaken', requestId: as });
  const standing = standingRequest(meeting, person, kind);
  if (standing) return no({ type: 'AlreadyInQueue', requestId: standing.requestId });
  const limitMs = running && queue.floor.phase !== 'empty' ? queue.floor.limitMs : speech.limitMs;
  const request = {
    requestId: as,
    person,
    kind,
    topic,
    addressedTo,
    inReplyTo,
    limitMs,
    origin: 'asked',
    again: requestId,
    ...(matter && { matter }),
  } as const;
  const turns = turnOrder(queue, roll).map((turn) => turn.request);
  const held = [as, ...turns.filter((one) => one.held !== undefined).map((one) => one.requestId)];
  return yes(
    ...(running ? endOfSpeech(queue.floor, command.at, meeting.stageId) : []),
    { type: 'FloorRequested', payload: { request } },
    { type: 'RequestMoved', payload: { requestId: as, before: turns[0]?.requestId ?? null, held } },
  );
}

/** Q16. What was passed over with its stage keeps its limit: nobody waits for it. */
const cut = (request: Request, ms: number): Request =>
  request.origin === 'passedOver' || request.limitMs <= ms ? request : { ...request, limitMs: ms };

type Recorded = Extract<QueueEvent, { type: 'RequestSkipped' | 'LimitsCut' | 'WithdrawalBarred' | 'WithdrawalAllowed' }> & {
  readonly by: PersonId;
};

export function evolveListControl(queue: Queue, event: Recorded): Queue {
  switch (event.type) {
    case 'RequestSkipped': {
      const { requestId, behind } = event.payload;
      if (!waitingFor(queue, requestId)) return queue;
      const nth = queue.arranged + 1;
      const waiting = queue.waiting.map((one): Request => {
        const { held, behind: before, ...rest } = one;
        if (one.requestId === requestId) return { ...rest, behind, moved: { by: event.by, nth } };
        // Two who wait for one another would both wait for ever: who was skipped last stands behind.
        const others = before?.filter((id) => id !== requestId) ?? [];
        return { ...rest, ...(held && { held }), ...(others.length > 0 && { behind: others }) };
      });
      return { ...queue, arranged: nth, waiting };
    }
    case 'LimitsCut': {
      const { ms } = event.payload;
      return { ...queue, cutMs: ms, waiting: queue.waiting.map((request) => cut(request, ms)) };
    }
    case 'WithdrawalBarred':
      return { ...queue, withdrawal: 'barred' };
    case 'WithdrawalAllowed': {
      const { withdrawal: _barred, ...rest } = queue;
      return rest;
    }
  }
}
