// One meeting ready to be tried out: its log, its surroundings, its host and people with replicas. Knows no rule of a meeting.
import { commandId, personId, type Command, type CommandId, type Meeting, type MeetingId, type PersonId } from '@xieshang/meeting';
import type { Answer } from '@xieshang/protocol';
import { openHost, type Host } from '../host.ts';
import type { Outbox } from '../replica.ts';
import { openBox, stampsFor, type OpenBox } from './ballot-box.ts';
import { byHand, quiet, type ByHand } from './surroundings.ts';
import { memoryLog } from './memory-log.ts';
import { takePart, type Participant } from './participant.ts';
import { troubledLog, type TroubledLog } from './troubled-log.ts';

export type { Participant };

export interface Stage {
  readonly hands: ByHand;
  readonly log: TroubledLog;
  readonly ballots: OpenBox;
  readonly host: () => Host;
  /** One command, all the way to its answer. */
  submit(by: string, body: Command, id?: string): Promise<Answer>;
  /** Sends without letting the turn come. */
  post(by: string, body: Command, id?: string): Promise<Answer>;
  /** An id no command here has had. */
  newId(by: string): CommandId;
  participant(person: PersonId, outbox?: Outbox): Participant;
  /** Carries everything everywhere until nothing moves. */
  calm(): Promise<void>;
  /** The process dies and another opens the meeting from the log. */
  crash(): Promise<void>;
  readonly stateNow: () => Meeting;
}

export async function openStage(meeting: MeetingId, start: number): Promise<Stage> {
  const hands = byHand(start);
  const ballots = openBox();
  const world = { ...hands.world, ballotBox: ballots.box };
  const log = troubledLog(memoryLog());
  const participants: Participant[] = [];
  let host = await openHost(meeting, log.log, world);
  let ids = 0;
  const newId = (by: string): CommandId => commandId(`${by}.${++ids}`);

  const post: Stage['post'] = (by, body, id) =>
    host.submit(body, { by: personId(by), command: id === undefined ? newId(by) : commandId(id), ...stampsFor(body) });

  const participant: Stage['participant'] = (person, outbox) => {
    const one = takePart({ meeting, person, host: () => host, now: hands.now, newId, outbox });
    participants.push(one);
    return one;
  };

  const busy = (): boolean => participants.some(({ wire: { inFlight } }) => inFlight().up + inFlight().down > 0);

  const calm = async (): Promise<void> => {
    await hands.settle();
    while (busy()) {
      for (const { wire: line } of participants) {
        while (line.inFlight().up > 0) line.carryUp();
        while (line.inFlight().down > 0) line.carryDown();
      }
      await hands.settle();
    }
  };

  return {
    hands,
    log,
    ballots,
    host: () => host,
    post,
    newId,
    submit: async (by, body, id) => {
      const answer = post(by, body, id);
      await hands.settle();
      return answer;
    },
    participant,
    calm,
    crash: async () => {
      for (const { wire: line } of participants) line.drop();
      hands.forget();
      host = await openHost(meeting, log.log, world);
      await quiet();
    },
    stateNow: () => host.history().state,
  };
}
