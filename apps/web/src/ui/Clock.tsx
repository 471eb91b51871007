// Knows how a length of time is shown as a running clock; not where the time comes from.
import { clockText } from './clock-text.ts';
import look from './Clock.module.css';

interface ClockProps {
  /** Milliseconds left; below zero is time over the limit. */
  readonly ms: number;
  readonly label: string;
  readonly size?: 'normal' | 'large' | 'huge' | 'inherit';
  /** Colour is never alone: put a word beside it. */
  readonly tone?: 'plain' | 'soon' | 'over';
}

export function Clock({ ms, label, size = 'large', tone = 'plain' }: ClockProps) {
  const classes = [look['clock'], look[size], tone === 'plain' ? '' : look[tone]].filter(Boolean).join(' ');
  return (
    <span role="timer" aria-label={label} className={classes}>
      {clockText(ms)}
    </span>
  );
}
