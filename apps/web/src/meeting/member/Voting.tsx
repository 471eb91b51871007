// Knows which ballot belongs to which form of vote; what is opened together stands on one ballot.
import { later } from '../../ui/later.tsx';
import { Loading } from '../../ui/states.tsx';
import type { MotionAt } from '../shared/scene.ts';
import { allOf, openings } from '../shared/votings.ts';
import { Ballot } from './Ballot.tsx';
import { Hands } from './Hands.tsx';
import { PaperVote } from './PaperVote.tsx';
import type { Ballot as BallotHeld } from './use-ballot.ts';

/** Sealing brings ciphers along: loaded where a ballot is to be sealed. */
const SecretBallot = later(
  () => import('./secret/SecretBallot.tsx'),
  (part) => part.default,
  <Loading />,
);

export function Voting({ motions, ballot }: { readonly motions: readonly MotionAt<'voting'>[]; readonly ballot: BallotHeld }) {
  return openings(motions).map((together) => (
    <Opening key={together.map(({ motionId, round }) => `${motionId}#${round}`).join()} motions={together} ballot={ballot} />
  ));
}

function Opening({ motions, ballot }: { readonly motions: readonly MotionAt<'voting'>[]; readonly ballot: BallotHeld }) {
  const keys = allOf(motions, 'named', 'unnamed');
  if (keys) return <Ballot motions={keys} ballot={ballot} />;
  const hands = allOf(motions, 'showOfHands');
  if (hands) return <Hands motions={hands} />;
  const papers = allOf(motions, 'paper');
  if (papers) return <PaperVote motions={papers} />;
  const secret = allOf(motions, 'secret');
  return secret && <SecretBallot motions={secret} />;
}
