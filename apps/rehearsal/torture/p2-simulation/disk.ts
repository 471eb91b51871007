// A disk in memory on which every write is a row of steps, so that a process can die between any two; knows no meeting.
import type { CommandId } from '@xieshang/meeting';
import type { Append, EventLog, KeptBallot, StoredAnswer, StoredEvent } from '@xieshang/room';
import type { Chance } from './chance.ts';

/** How far a write has come: asked for, written but not safe, safe but not answered. */
export type Progress = 'asked' | 'written' | 'committed';

export interface Disk {
  /** As the process sees it that is alive now. */
  readonly log: EventLog;
  /** What is safe: it outlives every process. */
  readonly events: () => readonly StoredEvent[];
  readonly answers: () => ReadonlyMap<CommandId, StoredAnswer>;
  readonly ballots: () => readonly KeptBallot[];
  readonly busy: () => boolean;
  /** The oldest operation goes one step further, or fails there; says what happened, null when there is none. */
  step(fails: boolean): string | null;
  /** The process is dead: nothing under way is ever answered. What was written but not safe may yet become so, later. */
  die(): Progress | 'idle';
  /** A write that a dead process left behind becomes safe, if nothing has taken its place; null when there is none. */
  straggle(): string | null;
  /** The n-th step of a write from now fails. */
  failAt(step: number): void;
  readonly counts: { writes: number; errors: number; nthErrors: number; conflicts: number; stragglers: number };
}

interface Operation {
  /** Null for a read, and for ballots that are destroyed when it answers. */
  readonly append: Append | null;
  progress: Progress;
  outcome: 'appended' | 'conflict';
  readonly answer: () => void;
  readonly fail: (error: Error) => void;
}

export function simulatedDisk(chance: Chance): Disk {
  const events: StoredEvent[] = [];
  const answers = new Map<CommandId, StoredAnswer>();
  let ballots: readonly KeptBallot[] = [];
  const counts = { writes: 0, errors: 0, nthErrors: 0, conflicts: 0, stragglers: 0 };
  let under: Operation[] = [];
  const left: Append[] = [];
  let failing = 0;

  /** Laws 3, 4, 7: one writer a place, one answer an id, one ballot a voter; all or nothing. */
  const store = ({ after, events: fresh, answers: given, ballots: sealed = [] }: Append): 'appended' | 'conflict' => {
    if (events.length !== after || given.some(({ command }) => answers.has(command))) return 'conflict';
    const isSame = (one: KeptBallot, other: KeptBallot): boolean => one.vote === other.vote && one.voter === other.voter;
    if (sealed.some((one) => ballots.some((other) => isSame(one, other) && other.revision >= one.revision))) return 'conflict';
    ballots = [...ballots.filter((other) => !sealed.some((one) => isSame(one, other))), ...sealed];
    events.push(...fresh);
    for (const one of given) answers.set(one.command, one);
    return 'appended';
  };

  const ask = <Value>(append: Append | null, value: (operation: Operation) => Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      const answer = (): void => resolve(value(operation));
      const operation: Operation = { append, progress: 'asked', outcome: 'appended', answer, fail: reject };
      under.push(operation);
    });

  const step = (fails: boolean): string | null => {
    const [operation] = under;
    if (!operation) return null;
    const { append, progress } = operation;
    const writes = append !== null && progress !== 'committed';
    const isNth = writes && failing > 0 && (failing -= 1) === 0;
    counts.writes += writes ? 1 : 0;
    counts.nthErrors += isNth ? 1 : 0;
    if (fails || isNth) return fail(operation);
    if (!append || progress === 'committed') {
      under = under.filter((one) => one !== operation);
      operation.answer();
      return append ? '磁盘应答' : '磁盘读出';
    }
    if (progress === 'asked') {
      operation.progress = 'written';
      return '磁盘写入';
    }
    operation.outcome = store(append);
    if (operation.outcome === 'conflict') counts.conflicts += 1;
    operation.progress = 'committed';
    return `磁盘提交：${operation.outcome === 'appended' ? `至 ${events.length}` : '冲突'}`;
  };

  /** What was written may be safe in spite of the error: nobody can tell. */
  const fail = (operation: Operation): string => {
    const { append, progress } = operation;
    counts.errors += 1;
    under = under.filter((one) => one !== operation);
    const kept = append !== null && progress === 'written' && chance.happens(1, 2) && store(append) === 'appended';
    operation.fail(new Error('the disk does not answer'));
    return `磁盘出错（${append ? progress : 'read'}${kept ? '，其实已写成' : ''}）`;
  };

  return {
    log: {
      append: (append) => ask(append, ({ outcome }) => outcome),
      read: (_, after) => ask(null, () => events.slice(after)),
      answers: () => ask(null, () => [...answers.values()]),
      ballots: () => ask(null, () => ballots),
      destroyBallots: (_, vote) => ask(null, () => void (ballots = ballots.filter((one) => one.vote !== vote))),
    },
    events: () => events,
    answers: () => answers,
    ballots: () => ballots,
    busy: () => under.length > 0,
    step,
    die: () => {
      const [operation] = under;
      under = [];
      for (const { append, progress } of operation ? [operation] : []) {
        if (append && progress === 'written' && chance.happens(1, 2)) left.push(append);
      }
      return operation?.append ? operation.progress : 'idle';
    },
    straggle: () => {
      const append = left.shift();
      if (!append) return null;
      const outcome = store(append);
      if (outcome === 'appended') counts.stragglers += 1;
      return `已死进程留下的写入：${outcome === 'appended' ? `落盘至 ${events.length}` : '被拒'}`;
    },
    failAt: (steps) => void (failing = steps),
    counts,
  };
}
