// Knows who watches the count and that they confirm it; not how it is counted.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Stamped } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { attendeeOf } from '../roll.ts';
import type { ScrutinyCommand } from './commands.ts';
import type { VotingEvent } from './events.ts';
import { underVote } from '../elections/index.ts';
import { atOtherRound } from './putting.ts';
import type { Motion, Motions } from './types.ts';

/** V22. Scrutineers are members, named while no vote is open; each confirms a counted result once. */
export function decideScrutiny(meeting: InSession, command: Stamped<ScrutinyCommand>): Decision {
  return command.type === 'NameScrutineers' ? name(meeting, command.persons) : confirm(meeting, command);
}

function name(meeting: InSession, wished: readonly PersonId[]): Decision {
  const { roll, scrutineers } = meeting;
  const busy = underVote(meeting);
  if (busy) return no(busy);
  const persons = [...new Set(wished)];
  for (const person of persons) {
    const role = attendeeOf(roll, person)?.role;
    if (role === undefined) return no({ type: 'UnknownPerson', person });
    if (role !== 'member') return no({ type: 'NotAMember', person });
  }
  const same = persons.length === scrutineers.length && persons.every((person) => scrutineers.includes(person));
  return same ? yes() : yes({ type: 'ScrutineersNamed', payload: { persons } });
}

function confirm({ motions, scrutineers }: InSession, command: Stamped<Extract<ScrutinyCommand, { type: 'ConfirmCount' }>>): Decision {
  const { by } = command;
  if (!scrutineers.includes(by)) return no({ type: 'NotAScrutineer' });
  const motionIds = [...new Set(command.motionIds)];
  const uncounted = atOtherRound(motions, command) ?? motionIds.find((motionId) => resultOf(lookUp(motions, motionId)) === undefined);
  if (uncounted !== undefined) return no({ type: 'MotionNotVotedOn', motionId: uncounted });
  const fresh = motionIds.filter((motionId) => !resultOf(lookUp(motions, motionId))?.confirmedBy.includes(by));
  return fresh.length === 0 ? yes() : yes({ type: 'CountConfirmed', payload: { motionIds: fresh } });
}

const resultOf = (motion: Motion | undefined) =>
  (motion?.phase === 'closed' || motion?.phase === 'announced') && motion.result.form !== 'acclamation' ? motion.result : undefined;

type Confirmed = Extract<VotingEvent, { type: 'CountConfirmed' }> & { readonly by: PersonId };

export function evolveConfirmation(motions: Motions, { payload, by }: Confirmed): Motions {
  const confirmed = payload.motionIds.flatMap((motionId): [MotionId, Motion][] => {
    const motion = lookUp(motions, motionId);
    if (motion?.phase !== 'closed' && motion?.phase !== 'announced') return [];
    const { result } = motion;
    return result.form === 'acclamation'
      ? []
      : [[motionId, { ...motion, result: { ...result, confirmedBy: [...result.confirmedBy, by] } }]];
  });
  return { ...motions, ...Object.fromEntries(confirmed) };
}
