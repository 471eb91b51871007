// Plays one course of commands on the room's host and beside it in the simple idea of a meeting, and says where the two part.
import { commandId, meetingId, type CommandId, type RefusalType } from '@xieshang/meeting';
import { t0 } from '@xieshang/meeting/testing';
import { openHost, type EventLog, type Host, type Surroundings } from '@xieshang/room';
import { memoryLog, stampsFor } from '@xieshang/room/testing';
import type { Scheduler } from 'fast-check';
import { cellOf, standingsOf, type Ask } from './cells.ts';
import { plainBox } from './box.ts';
import { pictureOf } from './picture.ts';
import { practice, type Practice } from './practice/practice.ts';

/** What is put at one moment, by one or by several at once: who is heard first is the scheduler's affair. */
export interface Round {
  /** ms that have passed since the round before; may be none, or less. */
  readonly ms: number;
  readonly asks: readonly Ask[];
}

/** What courses have met, all together. */
export interface Met {
  readonly pairs: Map<string, number>;
  readonly refusals: Set<string>;
  /** Secret votes by what was put to them and where they stood at the end: `motions counted`, `election void`. */
  readonly ballots: Map<string, number>;
  commands: number;
  races: number;
  accepted: number;
  facts: number;
}

export const nothingMet = (): Met => ({
  pairs: new Map(),
  refusals: new Set(),
  ballots: new Map(),
  commands: 0,
  races: 0,
  accepted: 0,
  facts: 0,
});

const meeting = meetingId('small');

/** Rejects with a sentence where host and idea differ. */
export async function playCourse(rounds: readonly Round[], scheduler: Scheduler, seal: string, met: Met): Promise<void> {
  const idea = practice(seal);
  const factful = new Set<CommandId>();
  let now = t0;
  let ids = 0;
  const host = await openHost(
    meeting,
    scheduledLog(scheduler, factful),
    scheduledWorld(scheduler, () => now),
  );
  for (const { ms, asks: put } of rounds) {
    now += ms;
    const asks = put.map((ask) => dated(ask, now));
    const heard: { readonly ask: Ask; readonly id: CommandId; readonly said: Promise<string> }[] = [];
    const arrivals = asks.map(async (ask) => {
      const [by, body] = ask;
      await scheduler.schedule(Promise.resolve(), `${by} ${body.type}`);
      const id = commandId(`${by}.${(ids += 1)}`);
      const sealing = seal === '' ? {} : body.type === 'IssueMinutes' ? { seal } : stampsFor(body);
      const said = host.submit(body, { by, command: id, ...sealing });
      heard.push({ ask, id, said: said.then((answer) => (answer.ok ? 'ok' : answer.refusal.type)) });
      await said;
    });
    await scheduler.waitFor(Promise.all(arrivals));
    met.races += asks.length > 1 ? 1 : 0;
    for (const { ask, id, said } of heard) judge(idea, ask, now, { said: await said, didSomething: factful.has(id) }, met);
    compare(idea, host);
  }
  met.facts += host.history().seq;
  for (const { marks, phase } of idea.hall()?.boxes.values() ?? []) {
    const what = `${marks.length === 1 ? 'election' : 'motions'} ${phase}`;
    met.ballots.set(what, (met.ballots.get(what) ?? 0) + 1);
  }
}

/** F12. In a scene a line was lost so many ms ago, as a number below zero: when that was, only the course knows. */
const dated = ([by, body]: Ask, now: number): Ask =>
  body.type === 'LoseSpeaker' && body.since < 0 ? [by, { ...body, since: now + body.since }] : [by, body];

function judge(
  idea: Practice,
  [by, body]: Ask,
  at: number,
  { said, didSomething }: { readonly said: string; readonly didSomething: boolean },
  met: Met,
): void {
  const cell = cellOf(idea.hall());
  const standings = standingsOf(idea.hall(), body);
  met.commands += 1;
  if (idea.entitled(body.type, by)) {
    for (const where of [cell, ...standings]) met.pairs.set(`${body.type} × ${where}`, (met.pairs.get(`${body.type} × ${where}`) ?? 0) + 1);
  }
  const expected = idea.put(body, by, at);
  const got = said !== 'ok' ? (said as RefusalType) : didSomething ? 'done' : 'silent';
  if (said === 'ok') met.accepted += 1;
  else met.refusals.add(said);
  if (got !== expected) throw new Error(`${cell}：${told([by, body])}，会议室答 ${got}，按规则应为 ${expected}`);
}

function compare(idea: Practice, host: Host): void {
  const [real, ideal] = [pictureOf(host.history().state), idea.picture()];
  if (JSON.stringify(real) === JSON.stringify(ideal)) return;
  const keys = Object.keys(real ?? ideal ?? {}) as (keyof NonNullable<typeof real>)[];
  const apart = keys.filter((key) => JSON.stringify(real?.[key]) !== JSON.stringify(ideal?.[key]));
  throw new Error(
    apart.map((key) => `${key} 会议室 ${JSON.stringify(real?.[key])}，按规则应为 ${JSON.stringify(ideal?.[key])}`).join('；') ||
      '字段次序不同',
  );
}

/** A command on one line. */
export const told = ([by, { type, ...rest }]: Ask): string => `${by} ${type} ${'plan' in rest ? '{…}' : JSON.stringify(rest)}`;

/** Commits take their time: whoever comes meanwhile shares the next turn. */
function scheduledLog(scheduler: Scheduler, factful: Set<CommandId>): EventLog {
  const sound = memoryLog();
  return {
    ...sound,
    append: async (append) => {
      await scheduler.schedule(Promise.resolve(), 'write');
      const outcome = await sound.append(append);
      for (const { command } of append.events) factful.add(command);
      await scheduler.schedule(Promise.resolve(), 'stored');
      return outcome;
    },
  };
}

/** Time rings nothing here: what timers send is put like every other command. */
const scheduledWorld = (scheduler: Scheduler, now: () => number): Surroundings => {
  let salts = 0;
  return {
    now,
    ballotBox: plainBox(),
    salt: () => (salts += 1).toString(16).padStart(32, '0'),
    soon: (turn) => void scheduler.schedule(Promise.resolve(), 'turn').then(turn),
    wake: () => () => undefined,
    report: (trouble) => {
      throw new Error(`会议室报告故障：${trouble.kind}`, { cause: trouble.error });
    },
  };
};
