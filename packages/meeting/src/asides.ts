// Knows how the office says something to one person alone and what came of it; not the words, which are kept beside the log and can be erased.
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant, Stamped } from './envelope.ts';
import type { AsideId, PersonId } from './ids.ts';
import type { Assembled } from './meeting.ts';
import { attendeeOf } from './roll.ts';

/** Who it is between stands in each of its facts: nobody else reads them (W13). Ids are a sender's own, so that nobody can tell from them what others sent. */
interface Between {
  readonly asideId: AsideId;
  readonly from: PersonId;
  readonly to: PersonId;
}

interface Told extends Between {
  /** Of the words. */
  readonly digest: string;
  readonly sentAt: Instant;
}

/** `received`: shown on a device of theirs. `acknowledged`: 知道了. `since`: when it came to this. */
export type Aside = Told &
  (
    | { readonly phase: 'sent' | 'received' | 'acknowledged' | 'withdrawn'; readonly since: Instant }
    | { readonly phase: 'answered'; readonly since: Instant; readonly answer: string }
  );

/** In the order they were sent. */
export type Asides = readonly Aside[];

type Naming = { readonly from: PersonId; readonly asideId: AsideId };

export type AsidesCommand =
  | { readonly type: 'SendAside'; readonly asideId: AsideId; readonly to: PersonId; readonly digest: string }
  | { readonly type: 'WithdrawAside'; readonly asideId: AsideId }
  | ({ readonly type: 'ReceiveAside' } & Naming)
  | ({ readonly type: 'AcknowledgeAside' } & Naming)
  | ({ readonly type: 'AnswerAside'; readonly digest: string } & Naming);

export type AsidesEvent =
  | { readonly type: 'AsideSent'; readonly payload: Between & { readonly digest: string } }
  /** With the digests of the words that are to be erased. */
  | { readonly type: 'AsideWithdrawn'; readonly payload: Between & { readonly digest: string; readonly answer: string | null } }
  | { readonly type: 'AsideReceived'; readonly payload: Between }
  | { readonly type: 'AsideAcknowledged'; readonly payload: Between }
  | { readonly type: 'AsideAnswered'; readonly payload: Between & { readonly digest: string } };

/** L4–L6. An aside between two others is as unknown as one that never was. */
export function decideAsides(meeting: Assembled, command: Stamped<AsidesCommand>): Decision {
  const { asides } = meeting;
  const { asideId, by } = command;
  if (command.type === 'SendAside') return send(meeting, command, asideOf(asides, by, asideId));
  if (command.type === 'WithdrawAside') {
    const own = asideOf(asides, by, asideId);
    if (!own) return no({ type: 'UnknownAside' });
    if (own.phase === 'withdrawn') return yes();
    const { to, digest } = own;
    return yes({
      type: 'AsideWithdrawn',
      payload: { asideId, from: by, to, digest, answer: own.phase === 'answered' ? own.answer : null },
    });
  }
  const { from } = command;
  const aside = asideOf(asides, from, asideId);
  if (aside?.to !== by) return no({ type: 'UnknownAside' });
  if (aside.phase === 'withdrawn') return no({ type: 'AsideIsWithdrawn' });
  const between = { asideId, from, to: by };
  switch (command.type) {
    case 'ReceiveAside':
      return aside.phase === 'sent' ? yes({ type: 'AsideReceived', payload: between }) : yes();
    case 'AcknowledgeAside':
      return aside.phase === 'sent' || aside.phase === 'received' ? yes({ type: 'AsideAcknowledged', payload: between }) : yes();
    case 'AnswerAside':
      if (aside.phase !== 'answered') return yes({ type: 'AsideAnswered', payload: { ...between, digest: command.digest } });
      return aside.answer === command.digest ? yes() : no({ type: 'AsideIsAnswered' });
  }
}

/** L4. The same again is heard whoever it goes to: it has gone there. */
function send({ roll }: Assembled, command: Stamped<Extract<AsidesCommand, { type: 'SendAside' }>>, known: Aside | undefined): Decision {
  const { asideId, by, to, digest } = command;
  if (known) return known.to === to && known.digest === digest ? yes() : no({ type: 'AsideIdTaken' });
  const role = attendeeOf(roll, to)?.role;
  if (role === undefined) return no({ type: 'UnknownPerson', person: to });
  if (role !== 'member' && role !== 'departmentRep') return no({ type: 'MayNotBeTold', person: to });
  return yes({ type: 'AsideSent', payload: { asideId, from: by, to, digest } });
}

const asideOf = (asides: Asides, from: PersonId, asideId: AsideId): Aside | undefined =>
  asides.find((one) => one.asideId === asideId && one.from === from);

export function evolveAsides(asides: Asides, event: AsidesEvent & { readonly at: Instant }): Asides {
  const { at: since, payload } = event;
  if (event.type === 'AsideSent') {
    const { asideId, from, to, digest } = event.payload;
    return asideOf(asides, from, asideId) ? asides : [...asides, { asideId, from, to, digest, sentAt: since, phase: 'sent', since }];
  }
  return asides.map((one) => {
    if (one.asideId !== payload.asideId || one.from !== payload.from) return one;
    const { asideId, from, to, digest, sentAt } = one;
    const told: Told = { asideId, from, to, digest, sentAt };
    switch (event.type) {
      case 'AsideWithdrawn':
        return { ...told, phase: 'withdrawn', since };
      case 'AsideReceived':
        return { ...told, phase: 'received', since };
      case 'AsideAcknowledged':
        return { ...told, phase: 'acknowledged', since };
      case 'AsideAnswered':
        return { ...told, phase: 'answered', since, answer: event.payload.digest };
    }
  });
}

/** W13. What one person sent or was sent. */
export const ownAsides = (asides: Asides, person: PersonId): Asides => asides.filter(({ from, to }) => from === person || to === person);
