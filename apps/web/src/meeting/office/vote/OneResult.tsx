// Knows one result in full as the office sees it: figures, who voted how, who had no network, who watched, earlier rounds, and the vote again.
import type { CountedResult, Decided, MotionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { buttonLook } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { documentsWords } from '../../../words/zh/documents.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { PaperText } from '../../shared/PaperText.tsx';
import { nameOf } from '../../shared/people.ts';
import { VerdictText } from '../../shared/ResultBars.tsx';
import { ResultFigures } from '../../shared/ResultFigures.tsx';
import { Seats } from '../../later/Seats.tsx';
import { baseText, figuresText, isCounted, verdictText } from '../../shared/verdict.ts';
import { VoteNotes } from '../../later/VoteNotes.tsx';
import { ways } from '../../room-at.ts';
import { AgainAct } from './AgainAct.tsx';
import type { MotionRow } from './motion-rows.ts';
import { namesText } from './terms.ts';
import look from './vote.module.css';
import { roomWords } from '../../../words/zh/room.ts';

export function OneResult({ row: { motion, motionId, paper } }: { readonly row: MotionRow }) {
  const { notice } = useMeeting();
  if (!motion || !('result' in motion)) return null;
  const { result } = motion;
  return (
    <>
      <div className={look['told']}>
        <p className="row">
          <b>{roomWords.paper(paper)}</b>
          {motion.round > 1 && <Tag tone="grey">{words.round(motion.round)}</Tag>}
          <VerdictText result={result} />
        </p>
        <div className={look['paper']}>
          <PaperText paper={paper} locked />
        </div>
      </div>
      <ResultFigures result={result} />
      <OfOffice motionId={motionId} decided={motion} />
      <Reservations motionId={motionId} round={motion.round} />
      {isCounted(result) && <Votes result={result} />}
      {isCounted(result) && <VoteNotes result={result} />}
      {motion.earlier.length > 0 && (
        <details className={look['fold']} open>
          <summary>{words.earlier}</summary>
          <ul>
            {motion.earlier.map((one, at) => (
              <li key={one.closedAt}>
                {words.earlierRound(at + 1, isCounted(one) ? `${verdictText(one)}　${figuresText(one)}` : figuresText(one))}
                {isCounted(one) && <p className="small muted">{baseText(one)}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="row">
        <a
          className={buttonLook({ kind: 'quiet', size: 'small' })}
          href={ways.document(notice.meeting, 'votes', `?motion=${encodeURIComponent(motionId)}`)}
          target="_blank"
          rel="noreferrer"
        >
          {documentsWords.names.votes}
        </a>
        <AgainAct motionId={motionId} number={paper.number} />
      </div>
    </>
  );
}

/** 未按（网络中断） stands apart for the office alone; who of the scrutineers has confirmed. */
function OfOffice({ motionId, decided: { result, unreachable } }: { readonly motionId: MotionId; readonly decided: Decided }) {
  const meeting = useMeeting();
  const watched = isCounted(result) ? (meeting.rounds[motionId]?.at(-1)?.scrutineers ?? []) : [];
  return (
    <>
      {unreachable.length > 0 && (
        <p className="row small">
          <Tag tone="amber">{`${countingWords.unreachable} ${unreachable.length}`}</Tag>
          <span>{countingWords.unreachableOf(namesText(meeting, unreachable))}</span>
        </p>
      )}
      {watched.length > 0 && isCounted(result) && (
        <p className="row small">
          <span className="muted">{countingWords.scrutineers}</span>
          {watched.map((person) => (
            <span key={person}>
              {nameOf(meeting.roll, person)}{' '}
              <Tag tone={result.confirmedBy.includes(person) ? 'jade' : 'grey'}>
                {result.confirmedBy.includes(person) ? countingWords.confirmed : countingWords.unconfirmed}
              </Tag>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** V25. Who declared a reservation about this round, with their words. */
function Reservations({ motionId, round }: Pick<MotionRow, 'motionId'> & { readonly round: number }) {
  const { reservations, roll } = useMeeting();
  const declared = (reservations[motionId] ?? []).filter((one) => one.round === round);
  if (declared.length === 0) return null;
  return (
    <section className={look['reserved']} aria-label={countingWords.reservations}>
      <p className="small">
        <Tag tone="amber">{`${countingWords.reservations} ${declared.length}`}</Tag>
      </p>
      <ul>
        {declared.map(({ person, note }) => (
          <li key={person}>{countingWords.reservationOf(nameOf(roll, person), note)}</li>
        ))}
      </ul>
    </section>
  );
}

function Votes({ result }: { readonly result: CountedResult }) {
  // A thousand names are written once somebody wants to read them.
  const [open, setOpen] = useState(false);
  if (result.votes.length === 0) return null;
  return (
    <details className={look['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.votes(result.votes.length)}</summary>
      {open && <Seats votes={result.votes} />}
    </details>
  );
}
