// One person with a replica on a line worked by hand, and what became of everything sent. Knows no rule of a meeting.
import type { Command, CommandId, MeetingId, PersonId } from '@xieshang/meeting';
import type { Answer } from '@xieshang/protocol';
import type { Host } from '../host.ts';
import { createReplica, type Outbox, type Replica } from '../replica.ts';
import { wire, type Wire } from './wire.ts';

export interface Participant {
  readonly person: PersonId;
  readonly replica: Replica;
  readonly wire: Wire;
  /** What was sent and what it was answered; `null`: not answered yet. */
  readonly sent: Map<CommandId, Answer | null>;
  /** Sends and lets nothing be carried. */
  ask(body: Command): Promise<Answer>;
  /** Connects anew and asks for what was missed; nothing is carried yet. */
  join(): void;
  /** Sends again what the server could not store. */
  again(): void;
}

/** Where somebody takes part. */
export interface Place {
  readonly meeting: MeetingId;
  readonly person: PersonId;
  /** Asked at each frame: after a crash it is another one. */
  readonly host: () => Host;
  readonly now: () => number;
  /** An id no command here has had. */
  readonly newId: (by: PersonId) => CommandId;
  /** What this browser keeps beyond the page. */
  readonly outbox?: Outbox | undefined;
}

export function takePart({ meeting, person, host, now, newId, outbox }: Place): Participant {
  const sent = new Map<CommandId, Answer | null>();
  const laters: (() => void)[] = [];
  let latest: CommandId | null = null;
  const line = wire(person, host, (deliveries) => replica.heard(deliveries));
  const replica = createReplica({
    meeting,
    line: line.line,
    outbox,
    now,
    newCommandId: () => (latest = newId(person)),
    changed: () => undefined,
    later: (again) => void laters.push(again),
  });
  return {
    person,
    replica,
    wire: line,
    sent,
    ask: async (body) => {
      latest = null;
      const answer = replica.send(body);
      const id: CommandId | null = latest;
      if (id === null) return answer;
      sent.set(id, null);
      const given = await answer;
      sent.set(id, given);
      return given;
    },
    join: () => {
      line.drop();
      line.connect();
      // A line that breaks again before the answer is no news here: the next join asks anew.
      replica.connected().catch(() => undefined);
    },
    again: () => {
      for (const later of laters.splice(0)) later();
    },
  };
}
