// Knows how a filled ballot is kept and sent; not how it looks. A push, a lost line or a reload never empties it.
import { choices, type Choice, type PersonId, type Refusal } from '@xieshang/meeting';
import { useEffect, useState } from 'react';
import { keepChoices, keptChoices, useLive, useMeeting, useSend, useViewer } from '../../live/index.ts';
import type { KeyVoting } from '../shared/votings.ts';
import { lineOf, placeKey, sentFor, type Line, type Picks } from './ballot-state.ts';

export interface BallotLine {
  readonly motion: KeyVoting;
  /** Oneself, or whom one holds the proxy of. */
  readonly voter: PersonId;
  readonly line: Line;
  /** Why this person has no vote on it, or null. */
  readonly barred: Refusal | null;
}

export interface Ballot {
  /** One for each motion, and after it one for each person whose proxy is held. */
  lines(motions: readonly KeyVoting[]): readonly BallotLine[];
  pick(line: BallotLine, choice: Choice): void;
  /** Sends every choice that is not confirmed yet; each is one vote of its own. */
  submit(lines: readonly BallotLine[]): void;
}

export const keyOf = ({ motion: { motionId, round }, voter }: BallotLine): string => placeKey({ motionId, round, voter });

const isChoice = (value: unknown): value is Choice => choices.some((choice) => choice === value);

/** What this person chose on an earlier page and did not hand in. */
function picksFrom(kept: unknown): Picks {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Choice] => isChoice(entry[1])));
}

/** To be held by what stays mounted for the whole meeting. */
export function useBallot(): Ballot {
  const { pending, answered } = useLive();
  const { send, may } = useSend();
  const { person: me } = useViewer();
  const { notice } = useMeeting();
  const [picks, setPicks] = useState<Picks>(() => picksFrom(keptChoices(notice.meeting, me)));
  useEffect(() => keepChoices(notice.meeting, me, picks), [notice.meeting, me, picks]);

  const castFor = (motion: KeyVoting, voter: PersonId, choice: Choice) =>
    ({ type: 'CastVote', motionId: motion.motionId, round: motion.round, choice, ...(voter !== me && { for: voter }) }) as const;

  const lines = (motions: readonly KeyVoting[]): readonly BallotLine[] =>
    motions.flatMap((motion) => {
      const held = motion.voterRoll.filter((principal) => motion.proxies[principal] === me);
      return [me, ...held].map((voter): BallotLine => {
        const place = { motionId: motion.motionId, round: motion.round, voter };
        return {
          motion,
          voter,
          line: lineOf(motion, voter, picks[placeKey(place)], sentFor(place, me, pending, answered)),
          barred: may(castFor(motion, voter, 'approve')),
        };
      });
    });

  const pick = (line: BallotLine, choice: Choice): void => setPicks((before) => ({ ...before, [keyOf(line)]: choice }));

  const submit = (filled: readonly BallotLine[]): void => {
    for (const { motion, voter, line } of filled) if (line.phase === 'chosen') void send(castFor(motion, voter, line.choice));
    const sent = new Set(filled.map(keyOf));
    setPicks((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !sent.has(key))));
  };

  return { lines, pick, submit };
}
