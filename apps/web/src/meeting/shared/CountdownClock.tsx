// Knows a countdown on screen and the words for its end; not what happens then.
import type { Instant } from '@xieshang/meeting';
import { useServerNow } from '../../live/index.ts';
import { Clock } from '../../ui/Clock.tsx';
import { countdown } from './countdown.ts';
import look from './CountdownClock.module.css';

interface CountdownClockProps {
  readonly dueAt: Instant;
  readonly label: string;
  /** What is said instead when the time has gone. */
  readonly ended: string;
}

/** Sized by the text around it. */
export function CountdownClock({ dueAt, label, ended }: CountdownClockProps) {
  const { leftMs, over, soon } = countdown(dueAt, useServerNow());
  return over ? (
    <span role="status" className={look['ended']}>
      {ended}
    </span>
  ) : (
    <Clock ms={leftMs} label={label} size="inherit" tone={soon ? 'soon' : 'plain'} />
  );
}
