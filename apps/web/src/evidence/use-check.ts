// Knows how this page fetches a meeting's bundle and has it checked; not what is made of the outcome.
import type { Printed } from '@xieshang/record/evidence';
import type { Verified } from '@xieshang/record/verify';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, bundleAddress } from '../http/api.ts';
import { errorFrom, isHttpError, whileBusy } from '../http/client.ts';
import { useLive, useMeeting } from '../live/index.ts';
import { seenOf } from '../live/seen.ts';
import { findingsOf, type Findings, type Known } from './findings.ts';
import { verifiedBeside } from './beside.ts';

export interface Checked {
  readonly phase: 'checked';
  readonly verified: Verified;
  /** Null when the bundle itself was refused. */
  readonly findings: Findings | null;
  readonly printed: Printed | null;
  readonly known: Known;
  readonly bundle: Blob;
}

export type Check =
  | { readonly phase: 'checking' }
  /** There is no bundle for this person, or not yet. */
  | { readonly phase: 'none' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | Checked;

async function fetchedBundle(meeting: string): Promise<Blob> {
  const answer = await fetch(bundleAddress(meeting), { credentials: 'same-origin' });
  if (!answer.ok) throw errorFrom(answer.status, await answer.json().catch(() => null));
  return answer.blob();
}

/** Checks once at the beginning, and again when asked. */
export function useCheck(): { readonly check: Check; readonly again: () => void } {
  const { notice } = useMeeting();
  const { meeting } = notice;
  const { seq, head, key } = useLive();
  const live = useRef({ seq, head, key });
  useEffect(() => {
    live.current = { seq, head, key };
  });
  // Before this visit adds to it.
  const [seen] = useState(() => seenOf(meeting));
  const [check, setCheck] = useState<Check>({ phase: 'checking' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOver = false;
    setCheck({ phase: 'checking' });
    const before = live.current;
    checked(meeting, { seen, live: before }).then(
      (next) => isOver || setCheck(next),
      (error: unknown) => isOver || setCheck(isHttpError(error, 'NotFound') ? { phase: 'none' } : { phase: 'failed', error }),
    );
    return () => {
      isOver = true;
    };
  }, [meeting, seen, turn]);
  return { check, again: useCallback(() => setTurn((last) => last + 1), []) };
}

async function checked(meeting: string, known: Omit<Known, 'text'>): Promise<Checked> {
  const bundle = await whileBusy(() => fetchedBundle(meeting));
  const verified = await verifiedBeside(new Uint8Array(await bundle.arrayBuffer()), { key: null, head: null });
  const read = verified.ok && verified.minutes !== null ? await api.minutes(meeting) : null;
  const whole = { ...known, text: read };
  const findings = verified.ok ? findingsOf(verified, whole) : null;
  return { phase: 'checked', verified, findings, printed: read?.printed ?? null, known: whole, bundle };
}
