// Knows the server's doors to the rehearsals of a meeting, and what is kept of their answers in this page; not what is rehearsed.
import { queryOptions } from '@tanstack/react-query';
import { knock, part } from './client.ts';
import type { MeetingPhase } from './shapes.ts';

export interface Rehearsal {
  readonly meeting: string;
  readonly phase: MeetingPhase;
  /** When it was begun, epoch ms. */
  readonly startsAt: number;
}

/** `standIns`: nobody but the office; `everybody`: it stands in each one's list. */
export type Company = 'standIns' | 'everybody';

const meeting = (id: string): string => `/api/meetings/${part(id)}`;

export const beginRehearsal = (of: string, body: { readonly meeting: string; readonly company: Company }) =>
  knock<{ readonly meeting: string }>(`${meeting(of)}/rehearsal`, { method: 'POST', body });

/** Those that are not cleared away, the newest first. */
export const rehearsalsQuery = (of: string) =>
  queryOptions({
    queryKey: ['rehearsals', of],
    queryFn: async () => (await knock<{ readonly rehearsals: readonly Rehearsal[] }>(`${meeting(of)}/rehearsals`)).rehearsals,
    staleTime: 0,
  });
