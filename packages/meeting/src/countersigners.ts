// Knows who was named to countersign these minutes and where each of them stands; not the course of the minutes themselves.
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Instant, Stamped } from './envelope.ts';
import type { MeetingEvent } from './event.ts';
import type { PersonId } from './ids.ts';
import type { Assembled } from './meeting.ts';
import type { MinutesEvent } from './minutes.ts';
import { lookUp } from './record.ts';
import { attendeeOf } from './roll.ts';

/** Where somebody named stands. */
export type Countersigner =
  | { readonly phase: 'named'; readonly by: PersonId; readonly at: Instant }
  | { readonly phase: 'signed'; readonly at: Instant }
  /** The issue no longer waits for this one, who may still sign. */
  | { readonly phase: 'excused'; readonly by: PersonId; readonly at: Instant; readonly reason: string }
  /** M5. The minutes went back: what was signed is void, and who shall sign again is named again. */
  | { readonly phase: 'released'; readonly by: PersonId; readonly at: Instant; readonly reason: string };

export type Countersigners = Readonly<Record<PersonId, Countersigner>>;

export type CountersignersCommand =
  | { readonly type: 'NameCountersigners'; readonly persons: readonly PersonId[] }
  | { readonly type: 'ExcuseCountersigner'; readonly person: PersonId; readonly reason: string };

export type CountersignersEvent =
  | { readonly type: 'CountersignerNamed'; readonly payload: { readonly person: PersonId } }
  | { readonly type: 'CountersignerExcused'; readonly payload: { readonly person: PersonId; readonly reason: string } };

/** M15. Whether somebody was named for the text as it stands now. */
export function isCountersigner(countersigners: Countersigners, person: PersonId): boolean {
  const standing = lookUp(countersigners, person)?.phase;
  return standing !== undefined && standing !== 'released';
}

/** M16. Those named whose signature an issue waits for. */
export const countersignersOpen = (countersigners: Countersigners): readonly PersonId[] =>
  personsOf(countersigners, ({ phase }) => phase === 'named');

/** Those whom a return concerns. */
export const countersignersNow = (countersigners: Countersigners): readonly PersonId[] =>
  personsOf(countersigners, ({ phase }) => phase !== 'released');

const personsOf = (countersigners: Countersigners, which: (one: Countersigner) => boolean): readonly PersonId[] =>
  (Object.entries(countersigners) as [PersonId, Countersigner][]).filter(([, one]) => which(one)).map(([person]) => person);

/** M15, M16. Moderators and departments are named while the minutes are countersigned, in any order, as many as it takes. */
export function decideCountersigners(meeting: Assembled, command: Stamped<CountersignersCommand>): Decision {
  const { minutes, countersigners, roll } = meeting;
  if (minutes.phase !== 'countersigning') return no({ type: 'MinutesNotAtThisStep', phase: minutes.phase });
  if (command.type === 'ExcuseCountersigner') {
    const { person, reason } = command;
    const standing = lookUp(countersigners, person)?.phase;
    if (standing === undefined || standing === 'released') return no({ type: 'NotNamed', person });
    return standing === 'named' ? yes({ type: 'CountersignerExcused', payload: { person, reason } }) : yes();
  }
  const events: MeetingEvent[] = [];
  for (const person of new Set(command.persons)) {
    const role = attendeeOf(roll, person)?.role;
    if (role === undefined) return no({ type: 'UnknownPerson', person });
    if (role !== 'moderator' && role !== 'departmentRep') return no({ type: 'MayNotCountersign', person });
    const standing = lookUp(countersigners, person)?.phase;
    const settled = standing === 'named' || standing === 'signed' || minutes.countersigned.some(({ by }) => by === person);
    if (!settled) events.push({ type: 'CountersignerNamed', payload: { person } });
  }
  return yes(...events);
}

type Recorded = (CountersignersEvent | Extract<MinutesEvent, { type: 'MinutesCountersigned' | 'MinutesReturned' }>) & {
  readonly by: PersonId;
  readonly at: Instant;
};

export function evolveCountersigners(countersigners: Countersigners, event: Recorded): Countersigners {
  const { by, at } = event;
  const put = (person: PersonId, standing: Countersigner): Countersigners => ({ ...countersigners, [person]: standing });
  switch (event.type) {
    case 'CountersignerNamed':
      return put(event.payload.person, { phase: 'named', by, at });
    case 'CountersignerExcused': {
      const { person, reason } = event.payload;
      return lookUp(countersigners, person) ? put(person, { phase: 'excused', by, at, reason }) : countersigners;
    }
    case 'MinutesCountersigned':
      return lookUp(countersigners, by) ? put(by, { phase: 'signed', at }) : countersigners;
    case 'MinutesReturned': {
      const { reason, countersigners: told = [] } = event.payload;
      const released: Countersigner = { phase: 'released', by, at, reason };
      const concerned = told.filter((person) => lookUp(countersigners, person));
      return { ...countersigners, ...Object.fromEntries(concerned.map((person) => [person, released])) };
    }
  }
}
