// Knows a countdown on screen and the words for its end; not what happens then.
import type { Instant } from '@xieshang/meeting';
import { useServerNowWhen } from '../../live/index.ts';
import { Clock } from '../../ui/Clock.tsx';
import { countdown } from './countdown.ts';
import { untilNextSecond } from './speech-clock.ts';
import look from './CountdownClock.module.css';

interface CountdownClockProps {
  readonly dueAt: Instant;
  readonly label: string;
  /** What is said instead when the time has gone. */
  readonly ended: string;
}

/** One whose time has gone is looked at so often: it may have been the server's clock that was set. */
const restMs = 1_000;

/** Sized by the text around it. F11: every screen shows the same second at the same moment. */
export function CountdownClock({ dueAt, label, ended }: CountdownClockProps) {
  const now = useServerNowWhen((at) => (at < dueAt ? untilNextSecond(dueAt - at) : restMs), String(dueAt));
  const { leftMs, over, soon } = countdown(dueAt, now);
  return over ? (
    <span role="status" className={look['ended']}>
      {ended}
    </span>
  ) : (
    <Clock ms={leftMs} label={label} size="inherit" tone={soon ? 'soon' : 'plain'} />
  );
}
