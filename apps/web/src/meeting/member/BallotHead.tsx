// Knows what is read before one votes, whatever the form: which, how long, by what numbers; not how one votes.
import { votesHeld } from '@xieshang/meeting';
import { useEffect, useRef, type ReactNode } from 'react';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ballotWords as words } from '../../words/zh/ballot.ts';
import { roomWords } from '../../words/zh/room.ts';
import { BaseCard } from '../shared/BaseCard.tsx';
import { CountdownClock } from '../shared/CountdownClock.tsx';
import { takesItsTime, type Voting } from '../shared/votings.ts';
import look from './Ballot.module.css';

/** Comes up by itself: takes the focus unless somebody is writing. */
export function BallotHead({ motions, children }: { readonly motions: readonly Voting[]; readonly children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select, dialog *')) heading.current?.focus({ preventScroll: true });
  }, []);
  const [first] = motions;
  if (!first) return null;
  return (
    <>
      <div className={look['head']}>
        <h2 ref={heading} tabIndex={-1} className={look['heading']}>
          <Tag tone="seal">{roomWords.forms[first.form]}</Tag> {roomWords.papers(motions.map(({ paper }) => paper))}
          {first.round > 1 && <span className="small muted"> {roomWords.round(first.round)}</span>}
        </h2>
        {takesItsTime(first) || (
          <div className={look['countdown']}>
            <CountdownClock
              dueAt={first.dueAt}
              label={roomWords.voteCountdown}
              ended={first.closing === 'clock' ? roomWords.timeIsUpClock : roomWords.timeIsUp}
            />
          </div>
        )}
      </div>
      <Card className={look['base']}>
        <BaseCard rule={first.rule} eligible={first.eligible} mayVote={votesHeld(first.voterRoll, first.weights)} quorum={first.quorum} />
        {first.form === 'unnamed' && <p className={look['note']}>{words.unnamedNote}</p>}
        {children}
      </Card>
    </>
  );
}
