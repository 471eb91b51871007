// Knows what is read before one votes, whatever the form: which, how long, by what numbers; not how one votes.
import { votesHeld } from '@xieshang/meeting';
import type { ReactNode } from 'react';
import { Card } from '../../ui/Card.tsx';
import { ballotWords as words } from '../../words/zh/ballot.ts';
import { roomWords } from '../../words/zh/room.ts';
import { BaseCard } from '../shared/BaseCard.tsx';
import { VoteCountdown } from '../shared/VoteCountdown.tsx';
import { takesItsTime, type Voting } from '../shared/votings.ts';
import { BallotHeading } from './BallotHeading.tsx';
import look from './Ballot.module.css';

export function BallotHead({ motions, children }: { readonly motions: readonly Voting[]; readonly children?: ReactNode }) {
  const [first] = motions;
  if (!first) return null;
  return (
    <>
      <BallotHeading form={roomWords.forms[first.form]} title={roomWords.papers(motions.map(({ paper }) => paper))} round={first.round}>
        {!takesItsTime(first) && <VoteCountdown of={first} />}
      </BallotHeading>
      <Card className={look['base']}>
        <BaseCard rule={first.rule} eligible={first.eligible} mayVote={votesHeld(first.voterRoll, first.weights)} quorum={first.quorum} />
        {first.form === 'unnamed' && <p className={look['note']}>{words.unnamedNote}</p>}
        {children}
      </Card>
    </>
  );
}
