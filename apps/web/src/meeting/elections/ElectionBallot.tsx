// Knows a ballot on a phone: large rows to mark, others of the roll, a second look, one press; not how it is counted.
import { candidateOf, enteredBallot, type CandidateId, type Marks } from '@xieshang/meeting';
import { useState } from 'react';
import { useConnection, useMeeting, useSend, useViewer } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { electionBallotWords as words } from '../../words/zh/election-ballot.ts';
import { electionWords } from '../../words/zh/elections.ts';
import { VoteCountdown } from '../shared/VoteCountdown.tsx';
import { ElectionBase } from './ElectionFigures.tsx';
import { nomineeName, type ElectionAt, type NamedElection } from '../shared/elections.ts';
import { toggled, type ElectionLine } from './ballot-line.ts';
import { CandidateRow } from './CandidateRow.tsx';
import { BallotReview } from './BallotReview.tsx';
import { BallotHeading } from '../member/BallotHeading.tsx';
import type { ElectionBallotHeld } from './use-election-ballot.ts';
import { WriteIns } from './WriteIns.tsx';
import ballotLook from '../member/Ballot.module.css';
import look from './ElectionBallot.module.css';

/** Sealing brings ciphers along: loaded where a ballot is to be sealed. */
const SecretElection = later(
  () => import('../member/secret/SecretElection.tsx'),
  (part) => part.default,
  <Loading />,
);

interface ElectionBallotProps {
  readonly election: ElectionAt<'open'>;
  readonly ballot: ElectionBallotHeld;
}

export default function ElectionBallot({ election, ballot }: ElectionBallotProps) {
  const { paper, eligible, voterRoll, seated } = election;
  return (
    <section className={ballotLook['ballot']} aria-label={electionWords.ballot}>
      <BallotHeading form={electionWords.forms[election.form]} title={paper.title} round={election.round}>
        {election.form !== 'paper' && <VoteCountdown of={election} />}
      </BallotHeading>
      <Card className={ballotLook['base']}>
        <ElectionBase paper={paper} eligible={eligible} mayVote={voterRoll.length} />
        {seated.length > 0 && <p className="small muted">{electionWords.seatedBefore(seated.map(({ name }) => name).join('、'))}</p>}
      </Card>
      {election.form === 'named' && <ByKeys election={election} ballot={ballot} />}
      {election.form === 'paper' && <OnPaper />}
      {election.form === 'secret' && <SecretElection election={election} />}
    </section>
  );
}

function OnPaper() {
  return (
    <Card>
      <h3>{words.paper}</h3>
      <ol className={look['steps']}>
        {words.paperSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="small muted">{words.paperNote}</p>
    </Card>
  );
}

function ByKeys({ election, ballot }: { readonly election: NamedElection; readonly ballot: ElectionBallotHeld }) {
  const meeting = useMeeting();
  const { may } = useSend();
  const [full, setFull] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const { paper, electionId } = election;
  const barred = may({ type: 'CastElection', electionId, chosen: [], writeIns: [] });
  if (barred) {
    return (
      <Card tone="flat">
        <strong>{words.cannot}</strong>
        <p>{refusalSentence(barred)}</p>
      </Card>
    );
  }
  const line = ballot.line(election);
  const { marks } = line;
  const others = marks.filter((id) => !candidateOf(paper, id));
  const toggle = (id: CandidateId) => {
    const next = toggled(marks, id, paper.seats);
    setFull(next === null);
    if (next) ballot.mark(election, next);
  };
  return (
    <>
      {line.phase !== 'counted' && <Entered election={election} />}
      <ul className={look['rows']} aria-label={electionWords.candidates(paper.candidates.length)}>
        {paper.candidates.map(({ candidateId, name, note }, place) => (
          <li key={candidateId}>
            <CandidateRow
              place={place + 1}
              name={name}
              note={note}
              marked={marks.includes(candidateId)}
              onPress={() => toggle(candidateId)}
            />
          </li>
        ))}
        {others.map((id) => (
          <li key={id}>
            <CandidateRow name={nomineeName(paper, meeting.roll, id)} note={words.writtenIn} marked onPress={() => toggle(id)} />
          </li>
        ))}
      </ul>
      {paper.writeIns === 'fromRoll' && (
        <WriteIns election={election} marks={marks} onPick={toggle} full={marks.length >= paper.seats} onFull={() => setFull(true)} />
      )}
      <div className={ballotLook['bar']}>
        <div className={look['count']}>
          <b className="num" role="status">
            {words.picked(marks.length, paper.seats)}
          </b>
          {full ? (
            <span className={look['full']} role="alert">
              {words.full}
            </span>
          ) : (
            <Standing line={line} names={namesText(election, meeting.roll, marks)} />
          )}
        </div>
        <Button
          kind="primary"
          size="large"
          wide
          unavailable={line.phase === 'counted' ? words.submitted : line.phase === 'sending' ? words.sending : undefined}
          onClick={() => setReviewing(true)}
        >
          {words.submit}
        </Button>
      </div>
      {reviewing && (
        <BallotReview
          names={marks.map((id) => nomineeName(paper, meeting.roll, id))}
          seats={paper.seats}
          onClose={() => setReviewing(false)}
          onSubmit={() => {
            setReviewing(false);
            setFull(false);
            ballot.submit(election, marks);
          }}
        />
      )}
    </>
  );
}

const namesText = ({ paper }: NamedElection, roll: Parameters<typeof nomineeName>[1], marks: Marks): string =>
  marks.length === 0 ? words.blank : marks.map((id) => nomineeName(paper, roll, id)).join('、');

/** What an officer entered because a device had failed; the own ballot stands before it. */
function Entered({ election }: { readonly election: NamedElection }) {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const entered = enteredBallot(election.entered, person);
  if (!entered) return null;
  return (
    <Card tone="flat" role="status">
      <p>
        <strong>{words.entered(namesText(election, roll, entered.marks))}</strong>
      </p>
      <p className="small muted">{words.enteredYield}</p>
    </Card>
  );
}

/** What is true of the ballot: nothing yet, only marked, on its way, or on the server's disk. */
function Standing({ line, names }: { readonly line: ElectionLine; readonly names: string }) {
  const connection = useConnection();
  return (
    <p className={ballotLook['standing']} role="status">
      {line.phase === 'empty' && <span className="muted">{words.choose}</span>}
      {line.phase === 'chosen' && <Tag tone="amber">{words.chosen}</Tag>}
      {line.phase === 'sending' && (
        <>
          <Tag tone="amber">{words.sending}</Tag>
          {connection !== 'live' && <span className="small">{words.willSend}</span>}
        </>
      )}
      {line.phase === 'refused' && (
        <>
          <Tag tone="seal">{words.notCounted}</Tag>
          <span className="small">{refusalSentence(line.refusal)}</span>
        </>
      )}
      {line.phase === 'counted' && (
        <>
          <Tag tone="jade">{words.counted}</Tag> <span>{words.countedAs(names)}</span>
        </>
      )}
    </p>
  );
}
