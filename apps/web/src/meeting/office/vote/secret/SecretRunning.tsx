// Knows a secret vote while it runs and while it waits for two keys: 发出, 收回, who has not given a ballot; never what is on one.
import { personId, type SecretVote } from '@xieshang/meeting';
import { useMeeting, useNote } from '../../../../live/index.ts';
import { ProgressBar } from '../../../../ui/ProgressBar.tsx';
import { Card } from '../../../../ui/Card.tsx';
import { Tag } from '../../../../ui/Tag.tsx';
import { roomWords } from '../../../../words/zh/room.ts';
import { officeVoteWords } from '../../../../words/zh/office-vote.ts';
import { secretVoteWords as words } from '../../../../words/zh/secret-vote.ts';
import { ways } from '../../../room-at.ts';
import { nameOf } from '../../../shared/people.ts';
import type { MotionAt } from '../../../shared/scene.ts';
import type { Voting } from '../../../shared/votings.ts';
import { Heading } from '../../Heading.tsx';
import { CloseVote } from '../CloseVote.tsx';
import { NotAnswered, useOnline } from '../NotAnswered.tsx';
import { VoidVote } from '../VoidVote.tsx';
import look from '../vote.module.css';

interface SecretRunningProps {
  /** All that stand on one ballot. */
  readonly motions: readonly (Voting<'secret'> & MotionAt<'voting'>)[];
}

export function SecretRunning({ motions }: SecretRunningProps) {
  const { secretVotes } = useMeeting();
  const online = useOnline();
  const [first] = motions;
  const vote = first && secretVotes[first.voteId];
  const missing = useMissing(vote);
  if (!vote) return null;
  return (
    <>
      <SecretWatch vote={vote} />
      <div className={look['closing']}>
        <VoidVote motions={motions} />
        <CloseVote motions={motions} missing={missing} away={missing.filter((person) => !online.has(person))} />
      </div>
    </>
  );
}

/** Ended; two scrutineers have yet to hand in their keys. */
export function SecretSealed({ motions }: { readonly motions: readonly MotionAt<'sealed'>[] }) {
  const { secretVotes } = useMeeting();
  const votes = [...new Set(motions.map(({ voteId }) => voteId))].flatMap((id) => secretVotes[id] ?? []);
  return votes.map((vote) => {
    const own = motions.filter(({ voteId }) => voteId === vote.voteId);
    return (
      <Card key={vote.voteId} tone="next" className="stack" aria-label={words.awaitingKeys}>
        <Heading>{roomWords.papers(own.map(({ paper }) => paper))}</Heading>
        <SecretWatch vote={vote} />
        <div className={look['closing']}>
          <VoidVote motions={own} />
        </div>
      </Card>
    );
  });
}

function useMissing(vote: SecretVote | undefined) {
  const { notAnswered } = useNote();
  return vote ? (notAnswered?.[vote.voteId] ?? []).map(personId) : [];
}

/** What is seen of a secret vote from the desk, whatever was put to it. */
export function SecretWatch({ vote }: { readonly vote: SecretVote }) {
  const { roll } = useMeeting();
  const { turnout } = useNote();
  const missing = useMissing(vote);
  const issued = vote.voterRoll.length;
  const returned = vote.phase === 'sealed' ? vote.returned : (turnout[vote.voteId] ?? 0);
  return (
    <>
      <ul className={look['turnouts']}>
        <li>
          <span>{`${words.issued} ${issued}　${words.returned} ${returned}`}</span>
          <ProgressBar
            share={returned / Math.max(issued, 1)}
            label={words.returned}
            thick
            text={officeVoteWords.turnoutOf(returned, issued)}
          />
          <b className="num">{officeVoteWords.turnoutOf(returned, issued)}</b>
        </li>
      </ul>
      {vote.phase === 'open' && (
        <NotAnswered
          people={missing}
          said={{
            ...officeVoteWords.notPressed,
            all: words.notOpened,
            onlySeen: (
              <>
                {words.notOpened} <a href={ways.whoSees}>{words.whoSees}</a>
              </>
            ),
          }}
        />
      )}
      {vote.phase === 'sealed' && vote.keys.custody === 'scrutineers' && (
        <>
          <p>
            <strong>{words.awaitingKeys}</strong>
          </p>
          <p className="small">{words.twoOfThree}</p>
          <ul className={look['turnouts']}>
            {vote.keys.holders.map(({ person }) => (
              <li key={person}>
                <span>{nameOf(roll, person)}</span>
                <span />
                <Tag tone={vote.handedIn.includes(person) ? 'jade' : 'grey'}>
                  {vote.handedIn.includes(person) ? words.handedIn : words.notHandedIn}
                </Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
