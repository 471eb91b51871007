// Knows how the outcome of one counted vote is drawn and read: four buckets, the line to pass, the verdict.
import type { Choice, CountedResult, Result } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import { lacksQuorum } from './verdict.ts';
import look from './ResultBars.module.css';

const order: readonly (Choice | 'notPressed')[] = ['approve', 'oppose', 'abstain', 'notPressed'];

/** Each row says its figure; the bar only draws it. Sized by the text around. */
export function ResultBars({ result }: { readonly result: CountedResult }) {
  const { tally, base, roll, needed, rule, spoilt } = result;
  const full = Math.max(base, roll, needed, 1);
  const share = (n: number): string => `${(n / full) * 100}%`;
  return (
    <ul className={look['bars']} data-digits={String(full).length}>
      {order.map((bucket) => (
        <li key={bucket} className={look['row']}>
          <span className={look['name']}>
            {words.choices[bucket]}
            {bucket === 'notPressed' && spoilt > 0 && <span className="visually-hidden">{words.spoiltAmong(spoilt)}</span>}
          </span>
          <div className={look['track']} aria-hidden="true">
            <div className={look['bar']} data-bucket={bucket} style={{ width: share(tally[bucket]) }} />
            {bucket === 'notPressed' && spoilt > 0 && (
              <small className={look['spoilt']} style={{ left: share(tally.notPressed) }}>
                {words.spoiltAmong(spoilt)}
              </small>
            )}
            {bucket === 'approve' && rule.threshold.kind !== 'consensus' && (
              <div className={look['line']} data-side={needed / full > 0.6 ? 'left' : 'right'} style={{ left: share(needed) }}>
                <span>{words.passLine(needed)}</span>
              </div>
            )}
          </div>
          <span className={look['figure']} aria-label={words.votes(tally[bucket])}>
            {tally[bucket]}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** 通过, or 未通过 · 转继续研究; beside it 未达法定人数 where that is why. */
export function VerdictText({ result }: { readonly result: Result }) {
  return (
    <>
      <strong className={look['verdict']} data-passed={result.passed}>
        {words.verdict(result)}
      </strong>
      {lacksQuorum(result) && <span className={look['why']}>{words.noQuorum}</span>}
    </>
  );
}
