// Knows how announced results are shown to those in the meeting: the newest with its bars, earlier ones in a line each.
import type { MotionId, PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { memberWords } from '../../words/zh/member.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import { PaperText } from './PaperText.tsx';
import { VerdictText } from './ResultBars.tsx';
import { ResultFigures } from './ResultFigures.tsx';
import { toldResults, type ToldResult } from './rounds.ts';
import { figuresText, hasNotes, isCounted } from './verdict.ts';
import look from './Results.module.css';
import { later } from '../../ui/later.tsx';

/** Not before there is a result. */
const Reservation = later(
  () => import('../later/Reservation.tsx'),
  (part) => part.Reservation,
);
const VoteNotes = later(
  () => import('../later/VoteNotes.tsx'),
  (part) => part.VoteNotes,
);
const Seats = later(
  () => import('../later/Seats.tsx'),
  (part) => part.Seats,
);

interface ResultsProps {
  readonly meeting: Held;
  /** Shown in full; the others in a line that opens. */
  readonly fresh: readonly MotionId[];
  /** Whose own vote is said under each. */
  readonly viewer?: PersonId;
}

/** The region 表决结果; nothing before the first announcement. Announced last comes first. */
export function Results({ meeting, fresh, viewer }: ResultsProps) {
  const announced = toldResults(meeting).toSorted(
    (one, other) => other.announcedAt - one.announcedAt || one.result.paper.number - other.result.paper.number,
  );
  if (announced.length === 0) return null;
  return (
    <section className={look['results']} aria-label={words.result}>
      <div className={look['head']}>
        <h2>{words.result}</h2>
        {announced.length > 1 && <span className="small muted">{words.summary(announced.map(({ result }) => result))}</span>}
      </div>
      {announced.map((motion) => (
        <details
          key={`${motion.motionId}#${motion.round}`}
          className={look['one']}
          open={announced.length === 1 || (fresh.length === 1 && fresh.includes(motion.motionId))}
        >
          <summary>
            <span>{words.paper(motion.result.paper)}</span>
            <VerdictText result={motion.result} />
            <span className={look['figures']}>{figuresText(motion.result)}</span>
          </summary>
          <ResultBody motion={motion} {...(viewer && { viewer })} />
        </details>
      ))}
    </section>
  );
}

/** Text, figures and the own vote of one result, and who voted how where that was public. */
export function ResultBody({ motion, viewer }: { readonly motion: ToldResult; readonly viewer?: PersonId }) {
  const { result, round, others } = motion;
  const [open, setOpen] = useState(false);
  const votes = isCounted(result) ? result.votes : [];
  const own = votes.find(({ voter }) => voter === viewer);
  return (
    <div className={look['body']}>
      <PaperText paper={result.paper} locked />
      <ResultFigures result={result} />
      {(round > 1 || others.length > 0) && <p className="small muted">{words.round(round)}</p>}
      {others.map((line) => (
        <p key={line} className="small muted">
          {line}
        </p>
      ))}
      {viewer && votes.length > 0 && <p className="small">{own ? memberWords.ownVote(words.choices[own.choice]) : memberWords.ownNone}</p>}
      {votes.length > 0 && (
        <details className={look['votes']} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.seats}</summary>
          {open && <Seats votes={votes} own={viewer} />}
        </details>
      )}
      {isCounted(result) && hasNotes(result) && <VoteNotes result={result} />}
      {viewer && <Reservation motionId={motion.motionId} round={round} />}
    </div>
  );
}
