// Gives the screens below it one live meeting, and the hooks to read it and to send. Shows nothing itself.
import type { Attendee, Command, CommandType, MeetingId, Refusal } from '@xieshang/meeting';
import type { Answer, Note } from '@xieshang/protocol';
import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Entry } from '../http/api.ts';
import { openLiveMeeting, type Connection, type ConvenedMeeting, type Live, type LiveStore } from './live-meeting.ts';

const LiveContext = createContext<LiveStore | null>(null);

interface LiveMeetingProps {
  readonly meetingId: MeetingId;
  /** What was told of the meeting before there was a line to it. */
  readonly entry?: Entry | null;
  /** K6. The page is a screen of the house, called so. */
  readonly screen?: string | null;
  readonly children: ReactNode;
}

export function LiveMeeting({ meetingId, entry = null, screen = null, children }: LiveMeetingProps) {
  const [store, setStore] = useState<LiveStore | null>(null);
  useEffect(() => {
    const opened = openLiveMeeting(meetingId, entry, screen);
    setStore(opened);
    return () => opened.close();
  }, [meetingId, entry, screen]);
  return store && <LiveContext value={store}>{children}</LiveContext>;
}

function useStore(): LiveStore {
  const store = useContext(LiveContext);
  if (!store) throw new Error('there is no <LiveMeeting> above this screen');
  return store;
}

/** All that is known of the meeting and of the line to it. Drawn anew at every word of the server: take a part where a part will do. */
export function useLive(): Live {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.current);
}

/** A part of it, the same thing as long as nothing in it changes: whoever takes a part is not drawn anew for the rest. */
function usePart<Part>(part: (live: Live) => Part): Part {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => part(store.current()));
}

const meetingOf = ({ meeting }: Live) => meeting;
const viewerOf = ({ viewer }: Live) => viewer;
const noteOf = ({ note }: Live) => note;
const pendingOf = ({ pending }: Live) => pending;
const seqOf = ({ seq }: Live) => seq;
const connectionOf = ({ connection }: Live) => connection;

export const useConnection = (): Connection => usePart(connectionOf);

/** The meeting, or null until there is one. */
export const useMeetingIfAny = (): ConvenedMeeting | null => usePart(meetingOf);

/** The meeting; for screens that are shown only once there is one. */
export function useMeeting(): ConvenedMeeting {
  const meeting = useMeetingIfAny();
  if (!meeting) throw new Error('there is no meeting yet: show this screen only when useLive().meeting is there');
  return meeting;
}

/** Who looks at it, as the roll has them. */
export function useViewer(): Attendee {
  const viewer = usePart(viewerOf);
  if (!viewer) throw new Error('nobody of the roll looks at this screen');
  return viewer;
}

export const useNote = (): Note => usePart(noteOf);

/** A screen of the house says what it has drawn at most once in that time, and at least once in so many of them. */
const [sayEveryMs, quietTimes] = [1_000, 4];

/** K6. Of a screen of the house: says what it has drawn, and now and then that it is there. */
export function useSaysWhatIsShown(): void {
  const store = useStore();
  const seq = usePart(seqOf);
  const drawn = useRef(0);
  useEffect(() => {
    drawn.current = seq;
  });
  useEffect(() => {
    let [said, quiet] = [0, 0];
    const timer = setInterval(() => {
      quiet = drawn.current === said ? quiet + 1 : quietTimes;
      if (quiet < quietTimes) return;
      [said, quiet] = [drawn.current, 0];
      store.shown(said);
    }, sayEveryMs);
    return () => clearInterval(timer);
  }, [store]);
}

export interface Send {
  /** Law 2. Resolves once it is on the server's disk, or refused; goes on trying while the network is away. */
  readonly send: (body: Command) => Promise<Answer>;
  /** Why the meeting would say no now, or null: a button is lit exactly when this is null. */
  readonly may: (body: Command) => Refusal | null;
  /** The kinds of command that are on their way. */
  readonly sending: ReadonlySet<CommandType>;
}

export function useSend(): Send {
  const { replica } = useStore();
  const pending = usePart(pendingOf);
  // What the meeting would say changes with the meeting.
  usePart(meetingOf);
  return useMemo(
    () => ({ send: replica.send, may: replica.may, sending: new Set(pending.map(({ body }) => body.type)) }),
    [replica, pending],
  );
}

/** Server time whenever it is asked for, epoch ms; asking draws nothing anew. */
export const useServerClock = (): (() => number) => useStore().now;

/** Server time, drawn anew when `nextIn` says that something changes, ms from then. `nextIn` is asked anew when `key` changes. */
export function useServerNowWhen(nextIn: (now: number) => number, key: string): number {
  const store = useStore();
  const [now, setNow] = useState(() => store.now());
  const ask = useRef(nextIn);
  useEffect(() => {
    ask.current = nextIn;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = store.now();
      setNow(at);
      timer = setTimeout(tick, Math.max(5, ask.current(at)));
    };
    tick();
    return () => clearTimeout(timer);
  }, [store, key]);
  return now;
}

/** Server time, epoch ms, drawn anew every `everyMs` while the screen is shown; for what is to change with a second, see above. */
export function useServerNow(everyMs: number): number {
  const store = useStore();
  const [now, setNow] = useState(() => store.now());
  useEffect(() => {
    setNow(store.now());
    const timer = setInterval(() => setNow(store.now()), everyMs);
    return () => clearInterval(timer);
  }, [store, everyMs]);
  return now;
}
