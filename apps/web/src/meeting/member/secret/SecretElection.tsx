// Knows a secret ballot over candidates: large rows, others of the roll, a second look, sealed and acknowledged; keeps no mark anywhere.
import { candidateOf, type CandidateId, type Marks } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { electionBallotWords } from '../../../words/zh/election-ballot.ts';
import { electionWords } from '../../../words/zh/elections.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { secretVoteWords as words } from '../../../words/zh/secret-vote.ts';
import { ways } from '../../room-at.ts';
import { nomineeName, type ElectionAt } from '../../shared/elections.ts';
import { toggled } from '../../elections/ballot-line.ts';
import { BallotReview } from '../../elections/BallotReview.tsx';
import { CandidateRow } from '../../elections/CandidateRow.tsx';
import { WriteIns } from '../../elections/WriteIns.tsx';
import { Given } from './Given.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { isIssued } from './sealed-state.ts';
import { useGivenBallots } from './use-sealed-ballot.ts';
import ballotLook from '../Ballot.module.css';
import electionLook from '../../elections/ElectionBallot.module.css';
import look from './secret.module.css';

interface SecretElectionProps {
  readonly election: Extract<ElectionAt<'open'>, { form: 'secret' }>;
}

/** A ballot that bears nobody is one: 弃权. */
export default function SecretElection({ election }: SecretElectionProps) {
  const { secretVotes, roll } = useMeeting();
  const { person } = useViewer();
  const held = useGivenBallots();
  const [marks, setMarks] = useState<Marks>([]);
  const [changing, setChanging] = useState(false);
  const [full, setFull] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [failed, setFailed] = useState(false);
  const { paper } = election;
  const vote = secretVotes[election.voteId];
  if (!vote) return null;
  if (vote.phase !== 'open') {
    return (
      <Card tone="next" role="status">
        <p>{roomWords.awaitingKeys}</p>
      </Card>
    );
  }
  const standing = held.standing(vote.voteId);
  const marking = isIssued(vote, person) && (standing.phase === 'none' || (standing.phase === 'counted' && changing));
  const toggle = (id: CandidateId) => {
    const next = toggled(marks, id, paper.seats);
    setFull(next === null);
    if (next) setMarks(next);
  };
  const name = (id: CandidateId): string => nomineeName(paper, roll, id);
  const submit = () => {
    setReviewing(false);
    const marked = marks.map((item) => ({ item, label: name(item), mark: 'approve' as const }));
    setFailed(!held.submit(vote, marked, paper.title));
    setMarks([]);
    setChanging(false);
  };
  return (
    <>
      <Card className={ballotLook['base']}>
        <p className={ballotLook['note']}>{words.note}</p>
        <p className="spread small">
          <span className="muted">{vote.change === 'never' ? words.changeNever : words.changeUntilClose}</span>
          <a href={ways.whoSees}>{words.whoSees}</a>
        </p>
      </Card>
      {!isIssued(vote, person) && (
        <Card tone="flat">
          <strong>{electionBallotWords.cannot}</strong>
          <p>{words.notIssued}</p>
        </Card>
      )}
      {marking && (
        <>
          <ul className={electionLook['rows']} aria-label={electionWords.candidates(paper.candidates.length)}>
            {paper.candidates.map(({ candidateId, name: printed, note }, place) => (
              <li key={candidateId}>
                <CandidateRow
                  place={place + 1}
                  name={printed}
                  note={note}
                  marked={marks.includes(candidateId)}
                  onPress={() => toggle(candidateId)}
                />
              </li>
            ))}
            {marks
              .filter((id) => !candidateOf(paper, id))
              .map((id) => (
                <li key={id}>
                  <CandidateRow name={name(id)} note={electionBallotWords.writtenIn} marked onPress={() => toggle(id)} />
                </li>
              ))}
          </ul>
          {paper.writeIns === 'fromRoll' && (
            <WriteIns election={election} marks={marks} onPick={toggle} full={marks.length >= paper.seats} onFull={() => setFull(true)} />
          )}
        </>
      )}
      {standing.phase === 'counted' && !changing && (
        <Card>
          <ReceiptCard given={standing.given} folded />
        </Card>
      )}
      {isIssued(vote, person) && (
        <div className={ballotLook['bar']}>
          {failed && (
            <p className={look['alarm']} role="alert">
              {words.cannotSeal}
            </p>
          )}
          {marking ? (
            <>
              <div className={electionLook['count']}>
                <b className="num" role="status">
                  {electionBallotWords.picked(marks.length, paper.seats)}
                </b>
                {full && (
                  <span className={electionLook['full']} role="alert">
                    {electionBallotWords.full}
                  </span>
                )}
              </div>
              <Button kind="primary" size="large" wide onClick={() => setReviewing(true)}>
                {changing ? words.sealAgain : words.seal}
              </Button>
              {changing && <Button onClick={() => setChanging(false)}>{words.keepOld}</Button>}
            </>
          ) : (
            <Given standing={standing} held={held} mayChange={vote.change === 'untilClose'} onChange={() => setChanging(true)} />
          )}
        </div>
      )}
      {reviewing && (
        <BallotReview
          names={marks.map((id) => name(id))}
          seats={paper.seats}
          will={vote.change === 'never' ? words.reviewNever : words.reviewUntilClose}
          onClose={() => setReviewing(false)}
          onSubmit={submit}
        />
      )}
    </>
  );
}
