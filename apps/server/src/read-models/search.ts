// Knows when the extracts of a meeting are read anew from its log; not what they are nor how they are found.
import type { MeetingId } from '@xieshang/meeting';
import type { Manuscript } from '@xieshang/minutes';
import { emptyHistory, replay, type EventLog, type StoredEvent } from '@xieshang/room';
import type { Committee, MinutesStore, Extracts } from '../ports.ts';
import { mayBe, type FactType } from './fact-type.ts';
import { extractsOf } from './extracts.ts';

export interface SearchParts {
  readonly extracts: Pick<Extracts, 'readUpTo' | 'replace'>;
  readonly log: Pick<EventLog, 'read'>;
  readonly minutes: Pick<MinutesStore, 'findIssued'>;
  readonly committee: () => Promise<Committee>;
  readonly report: (meeting: MeetingId, error: unknown) => void;
}

export interface SearchReadModel {
  /** Told of facts that are on disk. Answers at once; what they mean for finding is read behind the meeting's back. */
  committed(meeting: MeetingId, events: readonly StoredEvent[]): Promise<void>;
  /** Resolves when all that has been told is read. */
  settled(): Promise<void>;
}

/** After these something new can be found. Single speeches wait for the next stage: nobody searches a meeting that goes on. */
const telling: ReadonlySet<string> = new Set<FactType>([
  'MeetingConvened',
  'RecommendationsTabled',
  'RecommendationRevised',
  'StageEntered',
  'MeetingSuspended',
  'MeetingConcluded',
  'MeetingCancelled',
  'SpeechAnswered',
  'MinutesIssued',
  'MinutesCorrected',
]);

/** Facts folded in one turn of the loop: a long meeting must not hold up one that goes on. */
const foldedAtOnce = 200;

/** Reads one meeting at a time. What fails is reported, and made up for at the next start, as the index knows how far it goes. */
export function searchReadModel({ extracts, log, minutes, committee, report }: SearchParts): SearchReadModel {
  const waiting = new Set<MeetingId>();
  let working: Promise<void> = Promise.resolve();
  let busy = false;

  const read = async (meeting: MeetingId): Promise<void> => {
    const events = await log.read(meeting, 0);
    let history = emptyHistory(meeting);
    for (let from = 0; from < events.length; from += foldedAtOnce) {
      history = replay(history, events.slice(from, from + foldedAtOnce)).history;
      await new Promise(setImmediate);
    }
    const { state } = history;
    const hash = state.phase !== 'notConvened' && state.minutes.phase === 'issued' ? state.minutes.hash : null;
    const issued = hash === null ? null : await minutes.findIssued(meeting, hash);
    const manuscript: Manuscript | null = issued === null ? null : JSON.parse(issued.manuscript);
    await extracts.replace(meeting, history.seq, extractsOf(state, manuscript, (await committee()).zone));
  };

  const work = async (): Promise<void> => {
    for (const meeting of waiting) {
      waiting.delete(meeting);
      await read(meeting).catch((error: unknown) => report(meeting, error));
    }
    busy = false;
  };

  return {
    committed: async (meeting, events) => {
      const last = events.findLast(({ bytes }) => mayBe(telling, bytes));
      if (last === undefined || last.seq <= (await extracts.readUpTo(meeting))) return;
      waiting.add(meeting);
      if (busy) return;
      busy = true;
      working = new Promise(setImmediate).then(work);
    },
    settled: () => working,
  };
}
