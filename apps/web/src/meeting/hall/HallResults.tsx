// Knows how results look in the hall: one with its bars and the line to pass, several as a calm list.
import { later } from '../../ui/later.tsx';
import { useServerNow } from '../../live/index.ts';
import { clockTime } from '../../words/time.ts';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { FrozenText } from '../shared/PaperText.tsx';
import { ResultBars, VerdictText } from '../shared/ResultBars.tsx';
import { type MotionAt } from '../shared/scene.ts';
import { ballotsText, baseText, isCounted, quorumText } from '../shared/verdict.ts';
import { fewRows, mostRows, pageMs, PutText } from './HallVote.tsx';
import { pageAt } from './pages.ts';
import look from './Hall.module.css';

/** Not before there is a result by name. */
const HallSeats = later(
  () => import('./HallSeats.tsx'),
  (part) => part.HallSeats,
);

export function HallResults({ motions }: { readonly motions: readonly MotionAt<'announced'>[] }) {
  const [first] = motions;
  if (!first) return null;
  return (
    <section className={look['vote']} aria-label={roomWords.result}>
      {motions.length === 1 ? <One motion={first} /> : <Several motions={motions} />}
    </section>
  );
}

function One({ motion: { result, round, announcedAt } }: { readonly motion: MotionAt<'announced'> }) {
  return (
    <>
      <div className={look['voteHead']}>
        <h2>{`${roomWords.paper(result.paper)} · ${roomWords.result}`}</h2>
        <p className={look['quiet']}>{`${roomWords.forms[result.form]} · ${roomWords.round(round)} · ${clockTime(announcedAt)}`}</p>
      </div>
      <PutText paper={result.paper} version="elsewhere" />
      {isCounted(result) && (
        <div className={look['outcome']} data-seats={result.votes.length > 0 || undefined}>
          <div className={look['bars']}>
            <ResultBars result={result} />
          </div>
          {result.votes.length > 0 && <HallSeats votes={result.votes} />}
        </div>
      )}
      <div className={look['verdict']}>
        <div className={look['quiet']}>
          <p>{isCounted(result) ? baseText(result) : roomWords.baseFigure(roomWords.mayVote, result.roll)}</p>
          {isCounted(result) && <p>{[ballotsText(result), quorumText(result)].filter(Boolean).join(' · ')}</p>}
          <p>
            <FrozenText paper={result.paper} />
          </p>
        </div>
        <VerdictText result={result} />
      </div>
    </>
  );
}

function Several({ motions }: { readonly motions: readonly MotionAt<'announced'>[] }) {
  const { items, number, of } = pageAt(motions, mostRows, useServerNow(1_000), pageMs);
  const [ballots, ...others] = new Set(motions.map(({ result }) => (isCounted(result) ? ballotsText(result) : '')));
  return (
    <>
      <div className={look['voteHead']}>
        <h2>{roomWords.result}</h2>
        <p className={look['quiet']}>
          {[others.length === 0 && ballots, roomWords.summary(motions.map(({ result }) => result))].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={look['rows']} data-few={items.length <= fewRows || undefined}>
        <ol data-results={motions.every(({ result }) => result.passed) ? 'passed' : 'mixed'}>
          {items.map(({ motionId, result }) => (
            <li key={motionId}>
              <b>{roomWords.paper(result.paper)}</b>
              <span className={look['rowText']}>{result.paper.text}</span>
              <span className={look['tally']}>
                {isCounted(result)
                  ? (['approve', 'oppose', 'abstain', 'notPressed'] as const).map((bucket) => (
                      <span key={bucket}>
                        {roomWords.choices[bucket]} <b className="num">{result.tally[bucket]}</b>
                      </span>
                    ))
                  : roomWords.acclamation}
              </span>
              <VerdictText result={result} />
            </li>
          ))}
        </ol>
        {of > 1 && <p className={look['quiet']}>{words.page(number, of)}</p>}
      </div>
    </>
  );
}
