// Knows how a due time is chosen, beginning with the committee's; not what falls due.
import { useState } from 'react';
import type { Instant } from '@xieshang/meeting';
import { useServerNow } from '../../../live/index.ts';
import { TextField } from '../../../ui/Field.tsx';
import { fieldTime, instantOf } from '../../../words/time.ts';
import { signingWords as words } from '../../../words/zh/signing.ts';

export interface Due {
  readonly time: string;
  readonly setTime: (time: string) => void;
  /** Empty is no due time of one's own: the committee's, or none. */
  readonly isAfter: (now: Instant) => boolean;
  /** What goes with the command. */
  readonly body: { readonly dueAt?: Instant };
}

export function useDue(usualMs: number | undefined): Due {
  const now = useServerNow(60_000);
  const [time, setTime] = useState(() => (usualMs === undefined ? '' : fieldTime(now + usualMs)));
  const dueAt = instantOf(time);
  return {
    time,
    setTime,
    isAfter: (at) => (time === '' ? usualMs === undefined : dueAt !== null && dueAt > at),
    body: dueAt === null ? {} : { dueAt },
  };
}

export const DueField = ({ due, error }: { readonly due: Due; readonly error: string | undefined }) => (
  <TextField type="datetime-local" label={words.due} hint={words.dueHint} value={due.time} onText={due.setTime} error={error} />
);
