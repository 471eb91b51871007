// Knows how the outcome of one vote is drawn and read: four buckets, the line to pass, the verdict.
import type { Choice, CountedResult, Result } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import look from './ResultBars.module.css';

const order: readonly (Choice | 'notPressed')[] = ['approve', 'oppose', 'abstain', 'notPressed'];

/** `应到 32 · 在场可投 28 · 须赞成 ≥ 17（应到过半）`; the base is named by what it is. */
export function baseLine(result: CountedResult): string {
  const { rule, base, roll, needed } = result;
  const figures = [words.baseFigure(words.bases[rule.base], base)];
  if (rule.base !== 'present') figures.push(words.baseFigure(words.mayVote, roll));
  figures.push(rule.threshold.kind === 'consensus' ? words.rule(rule) : words.needed(needed, words.rule(rule)));
  return figures.join(' · ');
}

/** Each row says its figure; the bar only draws it. Sized by the text around. */
export function ResultBars({ result }: { readonly result: CountedResult }) {
  const { tally, base, roll, needed, rule } = result;
  const full = Math.max(base, roll, needed, 1);
  const share = (n: number): string => `${(n / full) * 100}%`;
  return (
    <ul className={look['bars']} data-digits={String(full).length}>
      {order.map((bucket) => (
        <li key={bucket} className={look['row']}>
          <span className={look['name']}>{words.choices[bucket]}</span>
          <div className={look['track']} aria-hidden="true">
            <div className={look['bar']} data-bucket={bucket} style={{ width: share(tally[bucket]) }} />
            {bucket === 'approve' && rule.threshold.kind !== 'consensus' && (
              <div className={look['line']} data-side={needed / full > 0.7 ? 'left' : 'right'} style={{ left: share(needed) }}>
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

/** 通过, or what follows from not passing. */
export function VerdictText({ result }: { readonly result: Pick<Result, 'passed' | 'paper'> }) {
  return (
    <strong className={look['verdict']} data-passed={result.passed}>
      {words.verdict(result)}
    </strong>
  );
}
