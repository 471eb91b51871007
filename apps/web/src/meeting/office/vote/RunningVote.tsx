// Knows votes while they run: what was opened together in one card, with what its form needs; never how anyone voted.
import { votesHeld } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { BaseCard } from '../../shared/BaseCard.tsx';
import { CountdownClock } from '../../shared/CountdownClock.tsx';
import { PaperText } from '../../shared/PaperText.tsx';
import { nameOf } from '../../shared/people.ts';
import type { MotionAt } from '../../shared/scene.ts';
import { allOf, openings, takesItsTime } from '../../shared/votings.ts';
import { Heading } from '../Heading.tsx';
import { CloseVote } from './CloseVote.tsx';
import { CountEntry } from './CountEntry.tsx';
import { HandsByName } from './HandsByName.tsx';
import { KeysGiven } from './KeysGiven.tsx';
import { PrintBallots } from './PrintBallots.tsx';
import { SecretRunning } from './secret/SecretRunning.tsx';
import { VoidVote } from './VoidVote.tsx';
import look from './vote.module.css';

type Running = MotionAt<'voting'>;

export function RunningVote({ motions }: { readonly motions: readonly Running[] }) {
  return openings(motions).map((together) => (
    <Opened key={together.map(({ motionId, round }) => `${motionId}#${round}`).join()} motions={together} />
  ));
}

function Opened({ motions }: { readonly motions: readonly Running[] }) {
  const { roll, scrutineers } = useMeeting();
  const [first] = motions;
  if (!first) return null;
  return (
    <Card tone="next" className="stack" aria-label={words.running}>
      <div className={look['running']}>
        <div className="grow">
          <Heading>{`${words.running} · ${roomWords.papers(motions.map(({ paper }) => paper))}`}</Heading>
          <p className="row small muted">
            <Tag tone="seal">{roomWords.forms[first.form]}</Tag>
            {first.round > 1 && <span>{words.round(first.round)}</span>}
            {scrutineers.length > 0 && <span>{words.scrutineers(scrutineers.map((person) => nameOf(roll, person)).join('、'))}</span>}
          </p>
        </div>
        <Clock first={first} />
      </div>
      {motions.length === 1 && (
        <div className={look['paper']}>
          <PaperText paper={first.paper} locked />
        </div>
      )}
      <BaseCard rule={first.rule} eligible={first.eligible} mayVote={votesHeld(first.voterRoll, first.weights)} quorum={first.quorum} />
      <ByForm motions={motions} />
    </Card>
  );
}

function Clock({ first }: { readonly first: Running }) {
  if (takesItsTime(first)) return null;
  return (
    <div className={look['countdown']}>
      <CountdownClock dueAt={first.dueAt} label={words.clock} ended={first.closing === 'clock' ? words.timeUpClock : words.timeUp} />
    </div>
  );
}

function ByForm({ motions }: { readonly motions: readonly Running[] }) {
  const keys = allOf(motions, 'named', 'unnamed');
  if (keys) return <KeysGiven motions={keys} />;
  const secret = allOf(motions, 'secret');
  if (secret) return <SecretRunning motions={secret} />;
  const hands = allOf(motions, 'showOfHands');
  const byName = hands?.flatMap((motion) => (motion.counting === 'byName' ? [motion] : [])) ?? [];
  const counted = [
    ...(hands?.flatMap((motion) => (motion.counting === 'byCount' ? [motion] : [])) ?? []),
    ...(allOf(motions, 'paper') ?? []),
  ];
  return (
    <>
      {byName.map((motion) => (
        <HandsByName key={motion.motionId} motion={motion} titled={motions.length > 1} />
      ))}
      {counted.map((motion) => (
        <CountEntry key={motion.motionId} motion={motion} titled={motions.length > 1} />
      ))}
      <div className={look['closing']}>
        <VoidVote motions={motions} />
        {motions[0]?.form === 'paper' && <PrintBallots motions={motions} />}
        <CloseVote motions={motions} missing={[]} away={[]} />
      </div>
    </>
  );
}
