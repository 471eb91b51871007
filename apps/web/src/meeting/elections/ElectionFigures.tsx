// Knows the numbers an election is decided by, and its result with everybody's votes; sized by the text around.
import type { ElectionPaper, ElectionResult } from '@xieshang/meeting';
import { electionWords as words } from '../../words/zh/elections.ts';
import { roomWords } from '../../words/zh/room.ts';
import { ballotFigures, requiredVotes } from '../shared/elections.ts';
import base from '../shared/BaseCard.module.css';
import look from './Election.module.css';

interface BaseProps {
  readonly paper: ElectionPaper;
  readonly eligible: number;
  readonly mayVote: number;
}

export function ElectionBase({ paper, eligible, mayVote }: BaseProps) {
  const required = requiredVotes(paper, { eligible, present: mayVote });
  return (
    <dl className={base['base']}>
      <div>
        <dt>{roomWords.eligible}</dt>
        <dd>{eligible}</dd>
      </div>
      <div>
        <dt>{roomWords.mayVote}</dt>
        <dd>{mayVote}</dd>
      </div>
      <div className={base['required']}>
        <dt>
          {required === null ? words.ruleAloud : words.toBeElected}
          {required !== null && <span>{words.rule(paper.rule)}</span>}
        </dt>
        {required === null ? (
          <dd className={base['rule']}>{words.rule(paper.rule)}</dd>
        ) : (
          <dd aria-label={words.votes(required)}>{roomWords.atLeast(required)}</dd>
        )}
      </div>
    </dl>
  );
}

export function BallotFigures({ result }: { readonly result: ElectionResult }) {
  return (
    <p className={look['figures']}>
      {ballotFigures(result).map(([name, figure]) => (
        <span key={name}>
          {name} <b className="num">{figure}</b>
        </span>
      ))}
    </p>
  );
}

interface BarsProps {
  readonly result: ElectionResult;
  /** Some of them, where all would not fit. */
  readonly standings?: ElectionResult['standings'];
}

/** A row each: name, bar, votes, 当选. The bar only draws what the figure says. */
export function ElectionBars({ result, standings = result.standings }: BarsProps) {
  const most = Math.max(1, result.needed, ...result.standings.map(({ votes }) => votes));
  const line = result.paper.rule === 'plurality' ? null : result.needed;
  return (
    <ol className={look['bars']} aria-label={words.result}>
      {standings.map(({ candidateId, name, votes, outcome }) => (
        <li key={candidateId} className={look['row']} data-outcome={outcome}>
          <span className={look['name']}>{name}</span>
          <div className={look['track']} aria-hidden="true">
            <div className={look['bar']} style={{ width: `${(votes / most) * 100}%` }} />
            {line !== null && <div className={look['line']} style={{ left: `${(line / most) * 100}%` }} />}
          </div>
          <span className={look['votes']} aria-label={words.votes(votes)}>
            {votes}
          </span>
          <span className={look['outcome']}>{words.outcomes[outcome]}</span>
        </li>
      ))}
    </ol>
  );
}
