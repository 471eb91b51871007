// Knows how a secret ballot is put before a member: read, marked, sealed, acknowledged; nothing chosen here is kept anywhere.
import { choices, type Choice } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { memberWords } from '../../../words/zh/member.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { secretVoteWords as words } from '../../../words/zh/secret-vote.ts';
import { ways } from '../../room-at.ts';
import { BallotConfirm } from '../../shared/BallotConfirm.tsx';
import { PaperText } from '../../shared/PaperText.tsx';
import type { Voting } from '../../shared/votings.ts';
import { BallotHead } from '../BallotHead.tsx';
import { Given } from './Given.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { isIssued } from './sealed-state.ts';
import { useGivenBallots } from './use-sealed-ballot.ts';
import ballotLook from '../Ballot.module.css';
import look from './secret.module.css';

export type SecretMotion = Voting<'secret'>;
type Marks = Readonly<Record<string, Choice>>;

/** `motions`: all that stand on one ballot. */
export default function SecretBallot({ motions }: { readonly motions: readonly SecretMotion[] }) {
  const { secretVotes } = useMeeting();
  const { person } = useViewer();
  const held = useGivenBallots();
  const [marks, setMarks] = useState<Marks>({});
  const [changing, setChanging] = useState(false);
  const [failed, setFailed] = useState(false);
  const [first] = motions;
  const vote = first && secretVotes[first.voteId];
  if (!first || !vote) return null;
  const standing = held.standing(vote.voteId);
  const issued = isIssued(vote, person);
  const marking = issued && (standing.phase === 'none' || (standing.phase === 'counted' && changing));
  const submit = () => {
    const marked = motions.flatMap(({ motionId, paper }) => {
      const mark = marks[motionId];
      return mark ? [{ item: motionId, label: roomWords.paper(paper), mark }] : [];
    });
    const title = roomWords.papers(motions.map(({ paper }) => paper));
    setFailed(!held.submit(vote, marked, title));
    setMarks({});
    setChanging(false);
  };
  return (
    <section className={ballotLook['ballot']} aria-label={memberWords.ballot}>
      <BallotHead motions={motions}>
        <p className={ballotLook['note']}>{words.note}</p>
        <p className="spread small">
          <span className="muted">{vote.change === 'never' ? words.changeNever : words.changeUntilClose}</span>
          <a href={ways.whoSees}>{words.whoSees}</a>
        </p>
      </BallotHead>
      {!issued && (
        <Card tone="flat">
          <strong>{memberWords.cannotVote}</strong>
          <p>{words.notIssued}</p>
        </Card>
      )}
      {motions.map(({ motionId, paper }) => (
        <Card key={motionId} as="article">
          {motions.length > 1 && <h3 className={ballotLook['number']}>{roomWords.paper(paper)}</h3>}
          <PaperText paper={paper} locked />
          {marking && motions.length > 1 && (
            <div className={ballotLook['inCard']}>
              <Choices name={roomWords.paper(paper)} marked={marks[motionId]} onMark={(mark) => setMarks({ ...marks, [motionId]: mark })} />
            </div>
          )}
        </Card>
      ))}
      {standing.phase === 'counted' && !changing && (
        <Card>
          <ReceiptCard given={standing.given} folded />
        </Card>
      )}
      {issued && (
        <div className={ballotLook['bar']}>
          {failed && (
            <p className={look['alarm']} role="alert">
              {words.cannotSeal}
            </p>
          )}
          {marking ? (
            <>
              {motions.length === 1 && (
                <Choices
                  name={roomWords.paper(first.paper)}
                  marked={marks[first.motionId]}
                  onMark={(mark) => setMarks({ [first.motionId]: mark })}
                />
              )}
              <Submit
                motions={motions}
                marks={marks}
                change={vote.change}
                again={changing}
                onSubmit={submit}
                onKeep={() => setChanging(false)}
              />
            </>
          ) : (
            <Given standing={standing} held={held} mayChange={vote.change === 'untilClose'} onChange={() => setChanging(true)} />
          )}
        </div>
      )}
    </section>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly marked: Choice | undefined;
  readonly onMark: (mark: Choice) => void;
}

const Choices = ({ name, marked, onMark }: ChoicesProps) => (
  <div role="group" aria-label={name} className={ballotLook['choices']}>
    {choices.map((choice) => (
      <button
        key={choice}
        type="button"
        className={ballotLook['choice']}
        data-choice={choice}
        aria-pressed={marked === choice}
        onClick={() => onMark(choice)}
      >
        {marked === choice && (
          <span aria-hidden="true" className={ballotLook['mark']}>
            ✓
          </span>
        )}
        {roomWords.choices[choice]}
      </button>
    ))}
  </div>
);

interface SubmitProps {
  readonly motions: readonly SecretMotion[];
  readonly marks: Marks;
  readonly change: 'untilClose' | 'never';
  /** Takes the place of a ballot that is counted already. */
  readonly again: boolean;
  readonly onSubmit: () => void;
  readonly onKeep: () => void;
}

/** Looked at once more where it cannot be changed, where the committee asks for it, and where something is left out. */
function Submit({ motions, marks, change, again, onSubmit, onKeep }: SubmitProps) {
  const { rules } = useMeeting();
  const [reviewing, setReviewing] = useState(false);
  const marked = motions.filter(({ motionId }) => marks[motionId] !== undefined);
  const left = motions.length - marked.length;
  const asks = change === 'never' || rules.ballotConfirm === 'twice' || left > 0;
  return (
    <>
      <p className={ballotLook['standing']} role="status">
        <span className="muted">
          {again ? words.changeWill : marked.length === 0 ? words.choose : left > 0 ? words.left(left) : words.ready}
        </span>
      </p>
      <Button
        kind="primary"
        size="large"
        wide
        unavailable={marked.length === 0 ? words.submitNothing : undefined}
        onClick={() => (asks ? setReviewing(true) : onSubmit())}
      >
        {again ? words.sealAgain : words.seal}
      </Button>
      {again && <Button onClick={onKeep}>{words.keepOld}</Button>}
      {reviewing && (
        <BallotConfirm
          title={words.reviewTitle}
          will={change === 'never' ? words.reviewNever : words.reviewUntilClose}
          onSubmit={onSubmit}
          onClose={() => setReviewing(false)}
        >
          <ul className={ballotLook['review']}>
            {marked.map(({ motionId, paper }) => {
              const mark = marks[motionId];
              return (
                <li key={motionId}>
                  <span>{roomWords.paper(paper)}</span>
                  <b data-choice={mark}>{mark && roomWords.choices[mark]}</b>
                </li>
              );
            })}
          </ul>
          {left > 0 && (
            <p className="small muted">
              {words.left(left)}。{words.blank}
            </p>
          )}
        </BallotConfirm>
      )}
    </>
  );
}
