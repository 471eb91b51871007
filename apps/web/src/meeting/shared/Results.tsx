// Knows how announced results are shown to those in the meeting: the newest with its bars, earlier ones in a line each.
import type { MotionId, PersonId, Result } from '@xieshang/meeting';
import { memberWords } from '../../words/zh/member.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import { PaperText } from './PaperText.tsx';
import { baseLine, ResultBars, VerdictText } from './ResultBars.tsx';
import { motionsAt, type MotionAt } from './scene.ts';
import look from './Results.module.css';

interface ResultsProps {
  readonly meeting: Held;
  /** Shown in full; the others in a line that opens. */
  readonly fresh: readonly MotionId[];
  /** Whose own vote is said under each. */
  readonly viewer?: PersonId;
}

/** The region 表决结果; nothing before the first announcement. Announced last comes first. */
export function Results({ meeting, fresh, viewer }: ResultsProps) {
  const announced = [...motionsAt(meeting, 'announced')].sort(
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
            <span className={look['figures']}>{figuresOf(motion.result)}</span>
          </summary>
          <ResultBody motion={motion} {...(viewer && { viewer })} />
        </details>
      ))}
    </section>
  );
}

/** `赞成 16 · 反对 5 · 弃权 6 · 未按 1`, so that a folded result says everything too. */
const figuresOf = (result: Result): string =>
  result.form === 'acclamation'
    ? words.acclamation
    : (['approve', 'oppose', 'abstain', 'notPressed'] as const)
        .map((bucket) => `${words.choices[bucket]} ${result.tally[bucket]}`)
        .join(' · ');

/** Text, bars, base and the own vote of one result. */
export function ResultBody({
  motion: { result, round },
  viewer,
}: {
  readonly motion: Pick<MotionAt<'announced'>, 'result' | 'round'>;
  readonly viewer?: PersonId;
}) {
  const own = viewer && result.form !== 'acclamation' ? result.votes.find(({ voter }) => voter === viewer) : undefined;
  return (
    <div className={look['body']}>
      <PaperText paper={result.paper} locked />
      {result.form !== 'acclamation' ? (
        <>
          <ResultBars result={result} />
          <p className="small muted num">{baseLine(result)}</p>
        </>
      ) : (
        <p className="small muted">{words.acclamation}</p>
      )}
      {round > 1 && <p className="small muted">{words.round(round)}</p>}
      {viewer && result.form !== 'acclamation' && result.votes.length > 0 && (
        <p className="small">{own ? memberWords.ownVote(words.choices[own.choice]) : memberWords.ownNone}</p>
      )}
    </div>
  );
}
