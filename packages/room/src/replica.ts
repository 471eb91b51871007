// A browser's copy of a meeting: what is confirmed, and what is still on its way. Knows no sockets and no screens.
import {
  decide,
  endedBy,
  evolve,
  joinView,
  personId,
  secretVoteOf,
  unopened,
  type Command,
  type CommandId,
  type Meeting,
  type MeetingId,
  type OwnPart,
  type PersonId,
  type RecordedEvent,
  type Refusal,
  type SharedView,
} from '@xieshang/meeting';
import {
  digestOf,
  nextHead,
  readRecord,
  type Answer,
  type Delivery,
  type Hash,
  type Snapshot,
  type Standing,
  type Welcome,
} from '@xieshang/protocol';
import { nothingSeen, type Pending, type Picture } from './picture.ts';

/** How a replica talks: each call resolves with the answer, or rejects when the line broke before it came. */
export interface Line {
  hello(lastSeq: number): Promise<Welcome>;
  command(id: CommandId, body: Command): Promise<Answer>;
}

/** Law 3. What outlives the page until it is answered: ballots. Given back only to the person who filled them in. */
export interface Outbox {
  /** Whether a command is kept at all. */
  holds(body: Command): boolean;
  /** Oldest first. */
  unanswered(you: PersonId): readonly Pending[];
  keep(you: PersonId, one: Pending): void;
  forget(you: PersonId, one: Pending): void;
}

export interface ReplicaWorld {
  readonly meeting: MeetingId;
  readonly line: Line;
  /** Where there is none, what is not answered ends with the page. */
  readonly outbox?: Outbox | undefined;
  /** Server time as well as it is known, epoch ms. */
  now(): number;
  newCommandId(): CommandId;
  /** Called after every change of `picture()`. */
  changed(): void;
  /** Tries again later, after a storage failure of the server. */
  later(again: () => void): void;
}

/** A welcome that nobody had to be connected for. */
export type Look = Extract<Welcome, { readonly snapshot: Snapshot }>;

export interface Replica {
  readonly picture: () => Picture;
  /** Law 4. Asks for what was missed and sends what is pending. Resolves when it is up to date or refused. */
  connected(): Promise<void>;
  heard(deliveries: readonly Delivery[]): void;
  /** Why the meeting would say no now, or null: the same `decide` as the host's. */
  may(body: Command): Refusal | null;
  /** Resolves when it is on the server's disk, or refused; sent again under the same id until it is answered. */
  send(body: Command): Promise<Answer>;
}

/** `looked`: what was seen of the meeting before there was a line; the first hello asks from there on. */
export function createReplica(world: ReplicaWorld, looked?: Look | null): Replica {
  let picture = nothingSeen(world.meeting);
  const heads = new Map<number, Hash>();
  let known: Standing | null = null;
  const answers = new Map<CommandId, (answer: Answer) => void>();
  /** Where the facts of accepted commands end that have not come yet. */
  const unseen = new Map<CommandId, number>();
  let asking: Promise<void> | null = null;
  /** Heard while the hello was under way: its answer comes first. */
  let early: Delivery[] = [];
  /** One's place on the roll has changed, and with it what one may see: only a fresh snapshot shows that. */
  let otherEyes = false;

  const change = (next: Partial<Picture>): void => {
    picture = { ...picture, ...next };
    for (const [id, seq] of unseen) {
      if (seq > picture.seq && picture.refused === null) continue;
      unseen.delete(id);
      picture = { ...picture, pending: picture.pending.filter((one) => one.id !== id) };
    }
    world.changed();
  };

  /** What an earlier page left goes out as well; what somebody else sent from here does not go out in this person's name. */
  const takeSeat = (you: PersonId): void => {
    if (picture.you === you) return;
    const others = picture.pending;
    picture = { ...picture, you, answered: [], pending: world.outbox?.unanswered(you) ?? [] };
    for (const { id } of others) {
      answers.get(id)?.({ ok: false, refusal: { type: 'SignInRequired' } });
      answers.delete(id);
    }
  };

  if (looked) {
    const you = personId(looked.you);
    takeSeat(you);
    picture = { ...picture, state: openSnapshot(looked.snapshot, you), seq: looked.seq, head: looked.head };
  }

  /** Applies what follows on the last `seq`; drops what is known; `false` when the server must be asked for more. */
  const apply = (deliveries: readonly Delivery[]): boolean => {
    let { state, seq, head } = picture;
    for (const delivery of deliveries) {
      if (delivery.seq <= seq) continue;
      if (delivery.seq > seq + 1) {
        change({ state, seq, head });
        return false;
      }
      const digest = 'bytes' in delivery ? digestOf(delivery.bytes) : delivery.digest;
      head = nextHead(head, digest);
      seq = delivery.seq;
      heads.set(seq, head);
      if (!('bytes' in delivery)) continue;
      const record = readRecord(delivery.bytes);
      state = evolve(state, record);
      otherEyes ||= placeChanged(record) === picture.you;
    }
    if (seq !== picture.seq) change({ state, seq, head });
    return !otherEyes;
  };

  const ask = async (): Promise<void> => {
    const { seq: before, head } = picture;
    const anew = otherEyes;
    const welcome = await world.line.hello(anew ? 0 : before);
    if (anew) otherEyes = false;
    if (!welcome.ok) return change({ refused: welcome.refusal });
    const you = personId(welcome.you);
    takeSeat(you);
    const { standing = null } = welcome;
    const epochs = standing?.epochs.filter(({ signature }) => !known?.epochs.some((one) => one.signature === signature)) ?? [];
    // Whoever is told of its key for the first time has nothing to hold the server to.
    const isBehind = known !== null && epochs.some(({ statement }) => lastKept(statement) < before);
    if ('snapshot' in welcome) {
      const after = { state: openSnapshot(welcome.snapshot, you), seq: welcome.seq, head: welcome.head };
      // A server that knows less than we have seen was set back: what it says now contradicts what it said.
      const contradicts = isBehind || after.seq < before || (after.seq === before && after.head !== head);
      const keys = { before: known?.key ?? null, now: standing?.key ?? '' };
      const setBack = isBehind ? { meeting: world.meeting, before: picture, after, heads: new Map(heads), keys, epochs } : null;
      if (contradicts) heads.clear();
      known = standing;
      change({ ...after, standing, refused: null, ...(contradicts ? { chain: 'broken', setBack } : {}) });
      return;
    }
    // What follows on a log that was set back does not follow on what is here.
    if (isBehind) {
      otherEyes = true;
      return ask();
    }
    known = standing;
    apply(welcome.events);
    const matches = picture.seq !== welcome.seq || picture.head === welcome.head;
    change({ standing, refused: null, ...(matches ? {} : { chain: 'broken', setBack: null }) });
  };

  /** One hello at a time; asks again when what came meanwhile does not follow on its answer. */
  const catchUp = (): Promise<void> => {
    asking ??= ask().then(
      () => asked(true),
      (error: unknown) => {
        asked(false);
        throw error;
      },
    );
    return asking;
  };

  const asked = (answered: boolean): void => {
    asking = null;
    const heard = early;
    early = [];
    if (picture.refused !== null || (!answered && heard.length === 0)) return;
    if (!apply(heard)) void catchUp().catch(() => undefined);
  };

  const transmit = async (one: Pending): Promise<void> => {
    const { id, body } = one;
    const by = picture.you;
    const answer = await world.line.command(id, body).catch(() => null);
    if (answer === null) return; // unknown, not failed: it goes again at the next connection
    if (!answer.ok && answer.refusal.type === 'NotStored') return world.later(() => resend(id));
    if (!answer.ok && answer.refusal.type === 'TooManyCommands') return world.later(() => resend(id));
    const settle = answers.get(id);
    answers.delete(id);
    if (by !== null && world.outbox?.holds(body)) {
      world.outbox.forget(by, one);
      if (by === picture.you) picture = { ...picture, answered: [...picture.answered, { ...one, answer }] };
    }
    // An answer may come before its facts: until they are here it is neither done nor undone on any screen.
    if (answer.ok && answer.seq > picture.seq && picture.refused === null) unseen.set(id, answer.seq);
    else change({ pending: picture.pending.filter((one) => one.id !== id) });
    settle?.(answer);
  };

  const resend = (id: CommandId): void => {
    const again = picture.pending.find((one) => one.id === id);
    if (again) void transmit(again);
  };

  const may = (body: Command): Refusal | null => {
    if (picture.you === null) return { type: 'NotOnRoll' };
    // What the server would stamp is taken as it is when all is well.
    const counts = unopened(endedBy(picture.state, body).flatMap((id) => secretVoteOf(picture.state, id) ?? []));
    const decision = decide(picture.state, {
      ...body,
      by: picture.you,
      at: world.now(),
      command: probe,
      seal: probe,
      ballotKey: probe,
      counts,
    });
    return decision.ok ? null : decision.refusal;
  };

  return {
    picture: () => picture,
    connected: async () => {
      await catchUp();
      // Who was taken off the roll meanwhile still learns what became of what was sent before.
      const answered = picture.refused === null || picture.refused.type === 'NotOnRoll';
      if (answered) for (const one of picture.pending) void transmit(one);
    },
    heard: (deliveries) => {
      if (asking) early.push(...deliveries);
      else if (!apply(deliveries)) void catchUp().catch(() => undefined);
    },
    may,
    send: (body) => {
      const refusal = may(body);
      if (refusal) return Promise.resolve({ ok: false, refusal });
      const one: Pending = { id: world.newCommandId(), body };
      return new Promise((resolve) => {
        answers.set(one.id, resolve);
        if (picture.you !== null && world.outbox?.holds(body)) world.outbox.keep(picture.you, one);
        change({ pending: [...picture.pending, one] });
        void transmit(one);
      });
    },
  };
}

function openSnapshot({ shared, own }: Snapshot, you: PersonId): Meeting {
  const part: OwnPart = JSON.parse(own);
  const seen: SharedView = JSON.parse(shared);
  return joinView(seen, part, you);
}

/** Where the log ended in the backup; what cannot be read explains nothing. */
function lastKept(statement: string): number {
  try {
    return Number(JSON.parse(statement).seq);
  } catch {
    return Number.NaN;
  }
}

/** Whose place on the roll a fact changes. */
const placeChanged = (record: RecordedEvent): PersonId | undefined =>
  record.type === 'AttendeeAdded' ? record.payload.attendee.person : record.type === 'AttendeeRemoved' ? record.payload.person : undefined;

// Only asked with, never sent: the server stamps the real ones.
const probe = 'probe' as CommandId;
