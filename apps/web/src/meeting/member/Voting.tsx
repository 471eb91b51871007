// Knows which ballot belongs to which form of vote; what is opened together stands on one ballot.
import { lazy, Suspense } from 'react';
import type { MotionAt } from '../shared/scene.ts';
import { allOf, openings } from '../shared/votings.ts';
import { Ballot } from './Ballot.tsx';
import type { Ballot as BallotHeld } from './use-ballot.ts';

/** Most votes are by keys; what is only read may come a moment later. */
const Hands = lazy(() => import('./Hands.tsx').then((part) => ({ default: part.Hands })));
const PaperVote = lazy(() => import('./PaperVote.tsx').then((part) => ({ default: part.PaperVote })));

export function Voting({ motions, ballot }: { readonly motions: readonly MotionAt<'voting'>[]; readonly ballot: BallotHeld }) {
  return openings(motions).map((together) => (
    <Opening key={together.map(({ motionId, round }) => `${motionId}#${round}`).join()} motions={together} ballot={ballot} />
  ));
}

function Opening({ motions, ballot }: { readonly motions: readonly MotionAt<'voting'>[]; readonly ballot: BallotHeld }) {
  const keys = allOf(motions, 'named', 'unnamed');
  if (keys) return <Ballot motions={keys} ballot={ballot} />;
  const hands = allOf(motions, 'showOfHands');
  if (hands)
    return (
      <Suspense>
        <Hands motions={hands} />
      </Suspense>
    );
  const papers = allOf(motions, 'paper');
  if (papers)
    return (
      <Suspense>
        <PaperVote motions={papers} />
      </Suspense>
    );
  return null;
}
