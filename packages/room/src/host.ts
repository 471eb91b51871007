// The authority of one meeting: one command at a time, on disk before anyone is told. Knows no sockets and no SQL.
import {
  clock,
  decide,
  leaseOf,
  leaseTimers,
  timersOf,
  type Command,
  type CommandId,
  type Envelope,
  type MeetingId,
  type PersonId,
  type Timer,
  type VoteId,
} from '@xieshang/meeting';
import { writeRecord, type Answer } from '@xieshang/protocol';
import { openAlarms } from './alarms.ts';
import { audienceHall, type Attendance, type Seat } from './audience.ts';
import { ballotsOf, keptOf, openBox, withBallot, withoutVote, type Kept } from './ballots.ts';
import { openDestruction } from './destruction.ts';
import { add, emptyHistory, replay, type Fact, type History } from './history.ts';
import { speakerLine } from './speaker-line.ts';
import type { Append, EventLog, KeptBallot, StoredAnswer, Surroundings } from './ports.ts';

/** What the shell knows about a request: who sent it and under which id. */
export interface Sender {
  readonly by: PersonId;
  readonly command: CommandId;
  /** The hash of the sealed minutes, with `IssueMinutes` only. */
  readonly seal?: string;
  /** The title of another meeting whose minutes bear the number, with `IssueMinutes` only. */
  readonly taken?: string;
  /** V40. The public key made for a secret vote in the server's custody, with its opening only. */
  readonly ballotKey?: string;
  /** V41. Why no choice could be kept secret here, with what opens a secret vote or offers a key for one. */
  readonly secrecyFails?: Envelope['secrecyFails'];
}

export interface Host {
  /** Laws 2, 3. Resolves when the facts are on disk, or with a refusal; the same id of the same person gets the same answer. */
  submit(body: Command, sender: Sender): Promise<Answer>;
  /** Law 4. Everything since `lastSeq` in one step, and from then on every fact as it becomes true. */
  attend(attendance: Attendance, lastSeq: number): Seat;
  /** Told after every change of the state that is on disk; the answer ends it. */
  watch(listener: () => void): () => void;
  /** The history as it is on disk. */
  readonly history: () => History;
  /** Law 7. Whose ballots of a secret vote are on disk; nobody's once they are destroyed. */
  readonly returned: (vote: VoteId) => readonly PersonId[];
  /** Whether the last write failed and none has succeeded since. */
  readonly storageFails: () => boolean;
  /** Resolves when nothing is under way; no command is taken after. */
  close(): Promise<void>;
}

interface Waiting {
  readonly body: Command;
  readonly sender: Sender;
  /** T3. What fell due is decided as at its time at the earliest, however the clock was set since it rang. */
  readonly notBefore: number;
  readonly answer: (answer: Answer) => void;
}

/** Commands that share one commit at most. */
const commandsPerTurn = 256;
/** Appends one turn may lose to other nodes. */
const conflictsBorne = 100;
/** Refusals remembered for repeats. */
const refusalsKept = 1000;
/** The ids of timers begin so: whoever else used one would use the timer up. */
const ofClock = 'clock.';

/** Loads a meeting from its log; a log that cannot be read or does not chain is an error, never an empty meeting. */
export async function openHost(meeting: MeetingId, log: EventLog, world: Surroundings): Promise<Host> {
  const loaded = replay(emptyHistory(meeting), await log.read(meeting, 0), world.chain);
  let { history } = loaded;
  const facts: Fact[] = [...loaded.facts];
  const answers = new Map<CommandId, { readonly by: PersonId; readonly answer: Answer }>();
  const refused: CommandId[] = [];
  for (const { command, by, seq } of await log.answers(meeting)) answers.set(command, { by, answer: { ok: true, seq } });
  let kept = keptOf(await log.ballots(meeting));
  const box = openBox(meeting, world.ballotBox);
  const destruction = openDestruction(meeting, log, world, () => alarms.setAfterFailure());
  const hall = audienceHall(
    () => ({ history, facts }),
    (error) => world.report({ kind: 'bug', meeting, seq: history.seq, commandType: 'hear', error }),
    () => leaseOf(history.state) && alarms.set(),
  );
  const lineOf = speakerLine(hall, world.now);
  const timers = (): readonly Timer[] => {
    const { state } = history;
    return [...timersOf(state), ...leaseTimers(state, lineOf(leaseOf(state)?.person ?? null))];
  };
  const alarms = openAlarms(world, timers, (timer) => fire(timer));
  const watchers = new Set<() => void>();
  const waiting: Waiting[] = [];
  const underWay = new Map<CommandId, { readonly by: PersonId; readonly promise: Promise<Answer> }>();
  let turning = false;
  let failing = false;
  let unsure = false;
  let closed = false;
  const idle: (() => void)[] = [];

  const submit = (body: Command, sender: Sender): Promise<Answer> => enqueue(body, sender, 0);

  const enqueue = (body: Command, sender: Sender, notBefore: number): Promise<Answer> => {
    if (sender.by !== clock && sender.command.startsWith(ofClock)) return Promise.resolve(taken);
    const known = answers.get(sender.command) ?? underWay.get(sender.command);
    if (known && known.by !== sender.by) return Promise.resolve(taken);
    if (known) return 'answer' in known ? Promise.resolve(known.answer) : known.promise;
    if (closed) return Promise.resolve({ ok: false, refusal: { type: 'NotStored' } });
    const { promise, resolve } = Promise.withResolvers<Answer>();
    underWay.set(sender.command, { by: sender.by, promise });
    waiting.push({ body, sender, notBefore, answer: resolve });
    start();
    return promise;
  };

  const start = (): void => {
    if (turning) return;
    turning = true;
    world.soon(() => void turn());
  };

  /** One turn of the mailbox: decide all that waits, commit once, then answer and tell. Never rejects. */
  const turn = async (): Promise<void> => {
    const batch = waiting.splice(0, commandsPerTurn);
    try {
      if (unsure) await catchUp();
      let outcome = await commit(batch);
      for (let lost = 1; outcome === 'conflict'; lost += 1) {
        if (lost > conflictsBorne) throw new Error('the log is in conflict with itself');
        await catchUp();
        outcome = await commit(batch);
      }
      failing = false;
    } catch (error) {
      failing = true;
      unsure = true;
      world.report({ kind: 'storageFails', meeting, error });
      for (const one of batch) settle(one, { ok: false, refusal: { type: 'NotStored' } });
      alarms.setAfterFailure();
    }
    turning = false;
    if (waiting.length > 0) return start();
    for (const done of idle.splice(0)) done();
  };

  /** After a failed or lost append only the log knows what is true. */
  const catchUp = async (): Promise<void> => {
    const missed = replay(history, await log.read(meeting, history.seq), world.chain);
    for (const { command, by, seq } of await log.answers(meeting)) answers.set(command, { by, answer: { ok: true, seq } });
    kept = keptOf(await log.ballots(meeting));
    unsure = false;
    if (missed.facts.length > 0) tell(missed.history, missed.facts);
  };

  const commit = async (batch: readonly Waiting[]): Promise<'done' | 'conflict'> => {
    let ahead = history;
    let keptAhead = kept;
    const fresh: Fact[] = [];
    const accepted: StoredAnswer[] = [];
    const ballots = new Map<string, KeptBallot>();
    const replies: [Waiting, Answer][] = [];
    let saysNo = false;
    for (const one of batch) {
      const before = answers.get(one.sender.command);
      if (before) {
        replies.push([one, before.by === one.sender.by ? before.answer : taken]);
        continue;
      }
      const decided = decideOne(ahead, keptAhead, one);
      ahead = decided.history;
      fresh.push(...decided.facts);
      replies.push([one, decided.answer]);
      saysNo ||= !decided.answer.ok;
      if (decided.ballot) {
        keptAhead = withBallot(keptAhead, decided.ballot);
        ballots.set(`${decided.ballot.vote} ${decided.ballot.voter}`, decided.ballot);
      }
      // Law 7: nothing of when a sealed ballot came is kept, its command's id neither.
      const { by, command } = one.sender;
      if (decided.answer.ok && !isBallot(one)) accepted.push({ by, command, seq: decided.answer.seq });
    }
    if (accepted.length > 0 || ballots.size > 0) {
      const append: Append = {
        ...{ meeting, after: history.seq, events: fresh.map(({ stored }) => stored), answers: accepted },
        ...(ballots.size > 0 && { ballots: [...ballots.values()] }),
      };
      if ((await log.append(append)) === 'conflict') return 'conflict';
    } else if (saysNo && (await log.read(meeting, history.seq)).length > 0) {
      // A no is as true as a yes only when nothing has been written since by somebody else: another node, or a process before us.
      return 'conflict';
    }
    kept = keptAhead;
    for (const [one, answer] of replies) settle(one, answer);
    if (fresh.length > 0) tell(ahead, fresh);
    return 'done';
  };

  /** A rule that throws is a bug of ours: that command alone is refused, with nothing changed. */
  const decideOne = (before: History, keptBefore: Kept, { body, sender, notBefore }: Waiting): Decided => {
    try {
      const ends = body.type === 'CloseVoting' || body.type === 'CloseElection';
      const reach = ends ? { unreachable: hall.outOfReach() } : {};
      const envelope = { ...sender, ...reach, at: Math.max(world.now(), notBefore) };
      const decision = decide(before.state, { ...body, ...envelope, ...box.stampsOn(before.state, keptBefore, body, envelope) });
      if (!decision.ok) return { history: before, facts: [], answer: decision };
      if (body.type === 'CastSealedBallot') return { history: before, facts: [], ...box.take(before, keptBefore, body, sender.by) };
      let ahead = before;
      const facts = decision.events.map((event) => {
        const bytes = writeRecord({ meeting, seq: ahead.seq + 1, at: envelope.at, salt: world.salt(), ...sender }, event);
        const next = add(ahead, sender.command, bytes, world.chain);
        ahead = next.history;
        return next.fact;
      });
      return { history: ahead, facts, answer: { ok: true, seq: ahead.seq } };
    } catch (error) {
      world.report({ kind: 'bug', meeting, seq: before.seq, commandType: body.type, error });
      return { history: before, facts: [], answer: { ok: false, refusal: { type: 'Unforeseen' } } };
    }
  };

  const settle = (one: Waiting, answer: Answer): void => {
    const { command, by } = one.sender;
    underWay.delete(command);
    if (isBallot(one)) return one.answer(answer);
    const lasting = !answers.has(command) && (answer.ok || answer.refusal.type !== 'NotStored');
    if (lasting) answers.set(command, { by, answer });
    if (lasting && !answer.ok) refused.push(command);
    if (refused.length > refusalsKept) answers.delete(refused.shift() ?? command);
    one.answer(answer);
  };

  const tell = (next: History, fresh: readonly Fact[]): void => {
    history = next;
    for (const fact of fresh) {
      facts.push(fact);
      const { record } = fact;
      if (record.type === 'BallotsDestroyed') kept = withoutVote(kept, record.payload.voteId);
    }
    hall.tell(fresh);
    for (const listener of watchers) listen(listener);
    alarms.set();
  };

  /** A listener that throws is a bug of its own: the others hear all the same. */
  const listen = (listener: () => void): void => {
    try {
      listener();
    } catch (error) {
      world.report({ kind: 'bug', meeting, seq: history.seq, commandType: 'watch', error });
    }
  };

  /** What time sends; that ballots are destroyed is only said once they are. */
  const fire = ({ at, body, command }: Timer): void => {
    const say = (): void => void enqueue(body, { by: clock, command }, at);
    if (body.type === 'DestroyBallots') destruction.of(body.voteId, say);
    else say();
  };

  alarms.set();
  return {
    submit,
    attend: hall.attend,
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    history: () => history,
    returned: (vote) => ballotsOf(kept, vote).map(({ voter }) => voter),
    storageFails: () => failing,
    close: () => {
      closed = true;
      alarms.close();
      const turns = turning ? new Promise<void>((resolve) => idle.push(resolve)) : Promise.resolve();
      return Promise.all([destruction.settled(), turns]).then(() => undefined);
    },
  };
}

interface Decided {
  readonly history: History;
  readonly facts: readonly Fact[];
  readonly answer: Answer;
  /** To be kept in the commit of this turn. */
  readonly ballot?: KeptBallot;
}

const isBallot = ({ body }: Waiting): boolean => body.type === 'CastSealedBallot';

const taken: Answer = { ok: false, refusal: { type: 'CommandIdTaken' } };
