// Knows how a named vote is put before a member: the numbers, the text, three choices, one confirmation.
import { choices, type Choice } from '@xieshang/meeting';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { BaseCard } from '../shared/BaseCard.tsx';
import { CountdownClock } from '../shared/CountdownClock.tsx';
import { PaperText } from '../shared/PaperText.tsx';
import { ballotKey, markedOn } from './ballot-state.ts';
import type { Ballot as BallotHeld, BallotLine } from './use-ballot.ts';
import look from './Ballot.module.css';

interface BallotProps {
  readonly lines: readonly BallotLine[];
  readonly ballot: BallotHeld;
}

/** Comes up by itself: takes the focus unless somebody is writing. Nothing chosen here is sent before 确认提交. */
export function Ballot({ lines, ballot }: BallotProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select, dialog *')) heading.current?.focus({ preventScroll: true });
  }, []);
  const [first] = lines;
  if (!first) return null;
  const { motion } = first;
  const single = lines.length === 1;
  const open = lines.filter(({ barred }) => barred === null);
  const chosen = open.filter(({ line }) => line.phase === 'chosen').length;
  return (
    <section className={look['ballot']} aria-label={words.ballot}>
      <div className={look['head']}>
        <h2 ref={heading} tabIndex={-1} className={look['heading']}>
          <Tag tone="seal">{roomWords.namedVote}</Tag> {roomWords.papers(lines.map((one) => one.motion.paper))}
          {motion.round > 1 && <span className="small muted"> {roomWords.round(motion.round)}</span>}
        </h2>
        <div className={look['countdown']}>
          <CountdownClock dueAt={motion.dueAt} label={roomWords.voteCountdown} ended={roomWords.timeIsUp} />
        </div>
      </div>
      <Card className={look['base']}>
        <BaseCard rule={motion.rule} eligible={motion.eligible} mayVote={motion.voterRoll.length} />
      </Card>
      {open.length === 0 && first.barred && (
        <Card tone="flat">
          <strong>{words.cannotVote}</strong>
          <p>{refusalSentence(first.barred)}</p>
        </Card>
      )}
      {!single && open.length > 0 && <p className="small muted">{words.ballotMany(lines.length)}</p>}
      {lines.map((one) => (
        <Card key={ballotKey(one.motion)} as="article">
          {!single && <h3 className={look['number']}>{roomWords.paper(one.motion.paper)}</h3>}
          <PaperText paper={one.motion.paper} locked />
          {!single && one.barred === null && (
            <div className={look['inCard']}>
              <Choices one={one} ballot={ballot} />
              <Standing one={one} />
            </div>
          )}
        </Card>
      ))}
      {open.length > 0 && (
        <div className={look['bar']}>
          {single && <Standing one={first} />}
          {single && <Choices one={first} ballot={ballot} />}
          <Submit count={chosen} lines={open} single={single} ballot={ballot} />
        </div>
      )}
    </section>
  );
}

function Choices({ one: { motion, line }, ballot }: { readonly one: BallotLine; readonly ballot: BallotHeld }) {
  const marked = markedOn(line);
  return (
    <div role="group" aria-label={roomWords.paper(motion.paper)} className={look['choices']}>
      {choices.map((choice: Choice) => (
        <button
          key={choice}
          type="button"
          className={look['choice']}
          data-choice={choice}
          aria-pressed={marked === choice}
          onClick={() => ballot.pick(motion, choice)}
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
  );
}

/** What is true of a line: nothing yet, only chosen, on its way, or on the server's disk. */
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

interface SubmitProps {
  readonly count: number;
  readonly lines: readonly BallotLine[];
  readonly single: boolean;
  readonly ballot: BallotHeld;
}

function Submit({ count, lines, single, ballot }: SubmitProps) {
  const sending = lines.some(({ line }) => line.phase === 'sending');
  const done = lines.every(({ line }) => line.phase === 'counted' || line.phase === 'sending');
  const why = count > 0 ? undefined : done && !sending ? words.submitted : sending ? words.submitting : words.submitNothing;
  return (
    <Button kind="primary" size="large" wide unavailable={why} onClick={() => ballot.submit(lines)}>
      {single || count === 0 ? words.submit : words.submitMany(count)}
    </Button>
  );
}
