// Knows how a course of commands becomes a log: through the real host, at the times the course says; not what the course is.
import { clock, commandId, personId, timersOf, type Command, type Meeting, type MeetingId } from '@xieshang/meeting';
import { openHost, type Append, type Sender, type StoredAnswer, type StoredEvent } from '@xieshang/room';
import type { Random } from '../ports.ts';

/** One command of the course; `at` in epoch ms. */
export interface Step {
  readonly at: number;
  readonly by: string;
  readonly body: Command;
  /** Keeps the text that is issued in that state, and answers its hash. */
  readonly seal?: (state: Meeting) => Promise<string>;
}

/** The log that the steps lead to, the clock's own commands between them; nothing of it is stored yet. Throws on a step that is refused. */
export async function played(meeting: MeetingId, steps: readonly Step[], random: Random): Promise<Append> {
  const events: StoredEvent[] = [];
  const answers: StoredAnswer[] = [];
  let now = 0;
  const host = await openHost(
    meeting,
    {
      append: (append) => {
        events.push(...append.events);
        answers.push(...append.answers);
        return Promise.resolve('appended');
      },
      read: () => Promise.resolve([]),
      answers: () => Promise.resolve([]),
      ballots: () => Promise.resolve([]),
      destroyBallots: () => Promise.resolve(),
    },
    {
      now: () => now,
      salt: () => Buffer.from(random(16)).toString('hex'),
      soon: (turn) => queueMicrotask(turn),
      // The steps below ring the timers, at the time they are due.
      wake: () => () => undefined,
      report: ({ error }) => {
        throw error;
      },
    },
  );
  const send = async (at: number, body: Command, sender: Sender): Promise<void> => {
    now = at;
    const answer = await host.submit(body, sender);
    if (!answer.ok) throw new Error(`${meeting}: ${body.type} of ${sender.by} is refused: ${JSON.stringify(answer.refusal)}`);
  };
  for (const [place, { at, by, body, seal }] of steps.entries()) {
    for (let due = dueBy(at, host.history().state); due; due = dueBy(at, host.history().state)) {
      await send(due.at, due.body, { by: clock, command: due.command });
    }
    const sender = { by: personId(by), command: commandId(`sample.${place + 1}`) };
    await send(at, body, seal ? { ...sender, seal: await seal(host.history().state) } : sender);
  }
  await host.close();
  return { meeting, after: 0, events, answers };
}

const dueBy = (at: number, state: Meeting) => timersOf(state).find((timer) => timer.at <= at);
