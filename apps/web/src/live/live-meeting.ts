// One meeting as this page holds it: the replica, the line and what is known of both. Knows no screen.
import { attendeeOf, commandId, type Attendee, type Meeting, type MeetingId } from '@xieshang/meeting';
import type { AnyRefusal, Hash, Note } from '@xieshang/protocol';
import { createReplica, type Picture, type Replica, type SetBack } from '@xieshang/room';
import type { Verdict } from '@xieshang/room/set-back';
import type { Entry } from '../http/api.ts';
import { newId } from '../http/ids.ts';
import { attend } from './attend.ts';
import { keptBallots } from './kept-ballots.ts';
import { socketLine, type LineState, type Network } from './line.ts';

export type ConvenedMeeting = Exclude<Meeting, { phase: 'notConvened' }>;

/** `connecting`: shows, if anything, what was told before there was a line. `lost`: was live, keeps the last state. `refused`: this person or page may not attend. */
export type Connection = 'connecting' | 'live' | 'lost' | 'refused' | 'signedOut';

/** A restoration that the server has signed, under the key this page knew or under another one. */
export type KnownSetBack = Exclude<Verdict, { kind: 'forged' }>;

export interface Live {
  readonly connection: Connection;
  readonly refusal: AnyRefusal | { readonly type: 'TooManyDevices' } | null;
  /** Null until the first snapshot. */
  readonly meeting: ConvenedMeeting | null;
  readonly viewer: Attendee | null;
  readonly seq: number;
  /** Law 5. The chain's hash after that. */
  readonly head: Hash;
  /** The server's key, or null until it was named. */
  readonly key: string | null;
  readonly note: Note;
  readonly network: Network;
  readonly pending: Picture['pending'];
  /** What became of ballots sent from this browser. */
  readonly answered: Picture['answered'];
  /** Law 5. What the server says now contradicts what it said before, and no signed restoration explains it. */
  readonly broken: boolean;
  readonly setBack: KnownSetBack | null;
  /** Server time when this page last heard from the server, epoch ms. */
  readonly heardAt: number;
}

export interface LiveStore {
  readonly replica: Replica;
  now(): number;
  current(): Live;
  subscribe(listener: () => void): () => void;
  /** K6. Of a screen of the house: it has drawn all facts up to there. */
  shown(seq: number): void;
  close(): void;
}

const silence: Note = { at: 0, seq: 0, online: 0, turnout: {}, alarms: [] };
const storageAgainAfter = 1_500;

export function openLiveMeeting(meeting: MeetingId, entry: Entry | null, screen: string | null): LiveStore {
  const listeners = new Set<() => void>();
  let state: LineState = 'connecting';
  let greeted = false;
  let note = silence;
  let network: Network = 'fine';
  let heardAt = 0;
  let live: Live | null = null;
  let judged: SetBack | null = null;
  let verdict: Verdict | { readonly kind: 'judging' } | null = null;

  const changed = (): void => {
    live = null;
    for (const listener of listeners) listener();
  };

  const line = socketLine(meeting, screen, {
    connected: () => {
      state = 'up';
      replica.connected().then(
        () => {
          greeted = true;
          witness.greeted();
          heardAt = line.time.now();
          changed();
        },
        () => undefined,
      );
    },
    state: (next) => {
      state = next;
      changed();
    },
    network: (next) => (network = next),
    heard: (deliveries) => {
      heardAt = line.time.now();
      replica.heard(deliveries);
    },
    note: (next) => {
      note = next;
      heardAt = line.time.now();
      changed();
    },
  });

  const replica: Replica = createReplica(
    {
      meeting,
      line,
      outbox: keptBallots(meeting),
      now: () => line.time.now(),
      newCommandId: () => commandId(newId()),
      changed: () => {
        consider();
        witness.changed();
        changed();
      },
      later: (again) => void setTimeout(again, storageAgainAfter),
    },
    entry?.look,
  );
  if (entry) {
    line.time.reading(0, entry.at); // asked at some time since the page began: known badly, until it is asked again
    heardAt = line.time.now();
  }

  const witness = attend({
    meeting,
    picture: () => replica.picture(),
    isExplained: () => verdict?.kind === 'explained',
    changed,
  });

  /** What judges a signature is fetched only when there is one to judge. */
  const consider = (): void => {
    const { setBack } = replica.picture();
    if (setBack === judged) return;
    judged = setBack;
    verdict = setBack && { kind: 'judging' };
    if (!setBack) return;
    const settle = (next: Verdict): void => {
      if (judged !== setBack) return;
      verdict = next;
      changed();
    };
    import('@xieshang/room/set-back').then(
      ({ judge }) => settle(judge(setBack)),
      () => settle({ kind: 'forged' }),
    );
  };

  const connectionOf = (picture: Picture): Connection => {
    if (state === 'signedOut') return 'signedOut';
    if (state === 'tooManyDevices' || picture.refused) return 'refused';
    if (state === 'up' && greeted) return 'live';
    return state === 'lost' && picture.seq > 0 ? 'lost' : 'connecting';
  };

  const look = (): Live => {
    const picture = replica.picture();
    const { you } = picture;
    const convened: ConvenedMeeting | null = picture.state.phase === 'notConvened' ? null : picture.state;
    return {
      connection: connectionOf(picture),
      refusal: state === 'tooManyDevices' ? { type: 'TooManyDevices' } : picture.refused,
      meeting: convened,
      viewer: (convened && you && attendeeOf(convened.roll, you)) ?? null,
      seq: picture.seq,
      head: picture.head,
      key: picture.standing?.key ?? null,
      note,
      network,
      pending: picture.pending,
      answered: picture.answered,
      broken: witness.contradicts() || (picture.chain === 'broken' && verdict?.kind !== 'judging' && verdict?.kind !== 'explained'),
      setBack: verdict?.kind === 'explained' || verdict?.kind === 'otherKey' ? verdict : null,
      heardAt,
    };
  };

  return {
    replica,
    now: () => line.time.now(),
    current: () => (live ??= look()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown: (seq) => {
      if (state === 'up' && greeted) line.shown(seq);
    },
    close: () => {
      witness.close();
      line.close();
    },
  };
}
