// Knows what of a motion a circle sees and what only the voter does; not who belongs to which circle.
import type { MotionId, PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import type { Choice, EnteredVote, Motion, Motions, OpenVote } from './types.ts';
import { enteredFor, noneEntered, noVotes, voteOf, withEntered, withVote } from './votes.ts';

/** W2, W10. As a circle sees it: no choice while it is open, what was entered and who was out of reach for the office alone. */
export function hiddenFrom(motion: Motion, circle: 'office' | 'members' | 'public'): Motion {
  const office = circle === 'office';
  switch (motion.phase) {
    case 'voting':
      switch (motion.form) {
        case 'named':
          return { ...motion, votes: noVotes, entered: office ? motion.entered : noneEntered };
        case 'unnamed':
          return { ...motion, votes: noVotes };
        case 'showOfHands':
          if (office) return motion;
          return motion.counting === 'byName' ? { ...motion, entered: noneEntered } : { ...motion, counts: {} };
        case 'paper':
          return office ? motion : { ...motion, counts: {} };
        case 'secret':
          return motion;
      }
    case 'sealed': {
      const { unreachable: _office, ...shown } = motion;
      return office ? motion : shown;
    }
    case 'closed':
    case 'announced':
      return office || motion.unreachable.length === 0 ? motion : { ...motion, unreachable: [] };
    default:
      return motion;
  }
}

/** What one sees of open votes beyond the circle: the own choice, what was entered for one, and what one chose for those whose proxy one holds. */
export interface OwnVotes {
  readonly votes: Readonly<Record<MotionId, Choice>>;
  readonly entered: Readonly<Record<MotionId, EnteredVote>>;
  readonly asHolder: Readonly<Record<MotionId, Readonly<Record<PersonId, Choice>>>>;
}

export function ownVotes(motions: Motions, person: PersonId): OwnVotes {
  const open = (Object.entries(motions) as [MotionId, Motion][]).flatMap(([motionId, motion]) =>
    motion.phase === 'voting' ? [[motionId, motion] as const] : [],
  );
  const each = <Value>(of: (motion: OpenVote) => Value | undefined): Readonly<Record<MotionId, Value>> =>
    Object.fromEntries(
      open.flatMap(([motionId, motion]): [MotionId, Value][] => {
        const value = of(motion);
        return value === undefined ? [] : [[motionId, value]];
      }),
    );
  return {
    votes: each((motion) => ('votes' in motion ? voteOf(motion.votes, person) : undefined)),
    entered: each((motion) => ('entered' in motion ? enteredFor(motion.entered, person) : undefined)),
    asHolder: each((motion) => castAsHolder(motion, person)),
  };
}

function castAsHolder(motion: OpenVote, person: PersonId): Readonly<Record<PersonId, Choice>> | undefined {
  if (!('votes' in motion)) return undefined;
  const cast = (Object.entries(motion.proxies) as [PersonId, PersonId][]).flatMap(([principal, holder]): [PersonId, Choice][] => {
    const choice = holder === person ? voteOf(motion.votes, principal) : undefined;
    return choice ? [[principal, choice]] : [];
  });
  return cast.length > 0 ? Object.fromEntries(cast) : undefined;
}

/** Puts what one sees alone back into what the circle sees. */
export function withOwn(motion: Motion, motionId: MotionId, own: OwnVotes, person: PersonId): Motion {
  if (motion.phase !== 'voting') return motion;
  const [choice, entered] = [lookUp(own.votes, motionId), lookUp(own.entered, motionId)];
  const cast = (Object.entries(lookUp(own.asHolder, motionId) ?? {}) as [PersonId, Choice][]).concat(choice ? [[person, choice]] : []);
  return {
    ...motion,
    ...('votes' in motion && { votes: cast.reduce((votes, [voter, one]) => withVote(votes, voter, one), motion.votes) }),
    ...('entered' in motion && entered && { entered: withEntered(motion.entered, person, entered.choice, entered.by) }),
  };
}
