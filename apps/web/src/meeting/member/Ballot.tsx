// Knows how a vote by keys is put before a member: the text, three choices, one confirmation; one ballot over all that is open together.
import { choices, enteredFor, type Choice } from '@xieshang/meeting';
import { useState } from 'react';
import { useConnection, useMeeting } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { ballotWords } from '../../words/zh/ballot.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { PaperText } from '../shared/PaperText.tsx';
import { nameOf } from '../shared/people.ts';
import type { KeyVoting } from '../shared/votings.ts';
import { markedOn } from './ballot-state.ts';
import { BallotHead } from './BallotHead.tsx';
import { Review } from './Review.tsx';
import { keyOf, type Ballot as BallotHeld, type BallotLine } from './use-ballot.ts';
import look from './Ballot.module.css';

interface BallotProps {
  readonly motions: readonly KeyVoting[];
  readonly ballot: BallotHeld;
}

/** Nothing chosen here is sent before 确认提交. */
export function Ballot({ motions, ballot }: BallotProps) {
  const lines = ballot.lines(motions);
  const [first] = lines;
  if (!first) return null;
  const single = lines.length === 1;
  const open = lines.filter(({ barred }) => barred === null);
  return (
    <section className={look['ballot']} aria-label={words.ballot}>
      <BallotHead motions={motions} />
      {open.length === 0 && first.barred && (
        <Card tone="flat">
          <strong>{words.cannotVote}</strong>
          <p>{refusalSentence(first.barred)}</p>
        </Card>
      )}
      {!single && open.length > 0 && <p className="small muted">{words.ballotMany(motions.length)}</p>}
      {motions.map((motion) => (
        <Card key={motion.motionId} as="article">
          {motions.length > 1 && <h3 className={look['number']}>{roomWords.paper(motion.paper)}</h3>}
          <PaperText paper={motion.paper} locked />
          {single && open.length > 0 && <Entered one={first} />}
          {!single &&
            open
              .filter((one) => one.motion.motionId === motion.motionId)
              .map((one) => (
                <div key={keyOf(one)} className={look['inCard']}>
                  <Choices one={one} ballot={ballot} />
                  <Standing one={one} />
                  <Entered one={one} />
                </div>
              ))}
        </Card>
      ))}
      {open.length > 0 && (
        <div className={look['bar']}>
          {single && (
            <>
              <Standing one={first} />
              <Choices one={first} ballot={ballot} />
            </>
          )}
          <Submit lines={open} single={single} ballot={ballot} />
        </div>
      )}
    </section>
  );
}

/** Whose vote it is, where it is not one's own. */
function usePrincipal({ motion, voter }: BallotLine): string | null {
  const { roll } = useMeeting();
  return motion.proxies[voter] === undefined ? null : ballotWords.forPrincipal(nameOf(roll, voter));
}

function Choices({ one, ballot }: { readonly one: BallotLine; readonly ballot: BallotHeld }) {
  const marked = markedOn(one.line);
  const principal = usePrincipal(one);
  const name = [roomWords.paper(one.motion.paper), principal].filter(Boolean).join(' · ');
  return (
    <div role="group" aria-label={name}>
      {principal && <p className={look['principal']}>{principal}</p>}
      <div className={look['choices']}>
        {choices.map((choice: Choice) => (
          <button
            key={choice}
            type="button"
            className={look['choice']}
            data-choice={choice}
            aria-pressed={marked === choice}
            onClick={() => ballot.pick(one, choice)}
          >
            {marked === choice && (
              <span aria-hidden="true" className={look['mark']}>
                ✓
              </span>
            )}
            {roomWords.choices[choice]}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What is true of a line: nothing yet, only chosen, on its way, on the server's disk, or not counted. */
function Standing({ one: { line } }: { readonly one: BallotLine }) {
  const connection = useConnection();
  return (
    <p className={look['standing']} role="status">
      {line.phase === 'empty' && <span className="muted">{words.choose}</span>}
      {line.phase === 'chosen' && (
        <>
          <Tag tone="amber">{words.chosen(roomWords.choices[line.choice])}</Tag>
          {line.counted && <span className="small muted">{`${words.counted} ${roomWords.choices[line.counted]}`}</span>}
        </>
      )}
      {line.phase === 'sending' && (
        <>
          <Tag tone="amber">{words.sendingVote(roomWords.choices[line.choice])}</Tag>
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
          <Tag tone="jade">{words.counted}</Tag> <span>{words.countedAs(roomWords.choices[line.choice])}</span>
        </>
      )}
    </p>
  );
}

/** What an officer entered because a device had failed; the own press stands before it. */
function Entered({ one: { motion, voter, line } }: { readonly one: BallotLine }) {
  const entered = motion.form === 'named' ? enteredFor(motion.entered, voter)?.choice : undefined;
  if (!entered || line.phase === 'counted') return null;
  return (
    <p className={look['standing']}>
      <Tag tone="blue">{ballotWords.enteredForYou(roomWords.choices[entered])}</Tag>
      <span className="small muted">{ballotWords.enteredYield}</span>
    </p>
  );
}

interface SubmitProps {
  readonly lines: readonly BallotLine[];
  readonly single: boolean;
  readonly ballot: BallotHeld;
}

/** 二次确认: where the committee asks for it, the choices are read once more before they go. */
function Submit({ lines, single, ballot }: SubmitProps) {
  const { rules } = useMeeting();
  const [reviewing, setReviewing] = useState(false);
  const chosen = lines.filter(({ line }) => line.phase === 'chosen');
  const sending = lines.some(({ line }) => line.phase === 'sending');
  const done = lines.every(({ line }) => line.phase === 'counted' || line.phase === 'sending');
  const why = chosen.length > 0 ? undefined : done && !sending ? words.submitted : sending ? words.submitting : words.submitNothing;
  const twice = rules.ballotConfirm === 'twice' && chosen.length > 0;
  const submit = single || chosen.length === 0 ? words.submit : words.submitMany(chosen.length);
  return (
    <>
      <Button kind="primary" size="large" wide unavailable={why} onClick={() => (twice ? setReviewing(true) : ballot.submit(lines))}>
        {twice ? ballotWords.review : submit}
      </Button>
      {reviewing && (
        <Review
          chosen={chosen}
          leftOut={lines.filter(({ line }) => line.phase === 'empty').length}
          onSubmit={() => {
            setReviewing(false);
            ballot.submit(lines);
          }}
          onClose={() => setReviewing(false)}
        />
      )}
    </>
  );
}
