// Knows the result of an election as everybody may read it: verdict, bars, figures, by which rule; not what follows from it.
import type { ElectionResult } from '@xieshang/meeting';
import { electionWords as words } from '../../words/zh/elections.ts';
import { roomWords } from '../../words/zh/room.ts';
import { BallotFigures, ElectionBars } from './ElectionFigures.tsx';
import { SecretFigures } from '../shared/SecretFigures.tsx';
import { outcomeLines } from '../shared/elections.ts';
import look from './Election.module.css';

export function OutcomeLines({ result }: { readonly result: ElectionResult }) {
  return (
    <div>
      {outcomeLines(result).map((line) => (
        <p key={line} className={look['verdict']}>
          {line}
        </p>
      ))}
    </div>
  );
}

/** `应选 2 名 · 须得票 ≥ 17（应到过半）` */
export function ruleLine({ paper, needed, base }: ElectionResult): string {
  const { rule } = paper;
  const figures = [words.seats(paper.seats)];
  if (rule === 'plurality') return [...figures, words.rule(rule)].join(' · ');
  return [...figures, roomWords.baseFigure(roomWords.bases[rule.base], base), words.needed(needed, words.rule(rule))].join(' · ');
}

export function ElectionTold({ result }: { readonly result: ElectionResult }) {
  return (
    <div className="stack">
      <OutcomeLines result={result} />
      <ElectionBars result={result} />
      <BallotFigures result={result} />
      {result.secret && (
        <div className="small">
          <SecretFigures secret={result.secret} />
        </div>
      )}
      <p className="small muted">{ruleLine(result)}</p>
      {result.seated.length > 0 && <p className="small muted">{words.seatedBefore(result.seated.map(({ name }) => name).join('、'))}</p>}
    </div>
  );
}
