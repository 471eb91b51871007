// The room under random commands, broken lines, failing disks and dying processes; fast-check prints seed and path of a failure.
import fc from 'fast-check';
import { attendeeOf, decide, meetingId, view, type Command, type CommandId, type PersonId } from '@xieshang/meeting';
import { anyAsk, attendees, livelyStart, m1, stamped, t0, zhuchi } from '@xieshang/meeting/testing';
import type { Answer } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { openHost } from './host.ts';
import { openStage, type Participant, type Stage } from './testing/stage.ts';
import type { AppendTrouble } from './testing/troubled-log.ts';

const meeting = meetingId('small');

type Deed =
  | { readonly do: 'ask' | 'post'; readonly ask: readonly [PersonId, Command] }
  | { readonly do: 'carryUp' | 'carryDown' | 'drop' | 'join' | 'again'; readonly who: number }
  | { readonly do: 'turn' | 'crash' }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'trouble'; readonly kind: AppendTrouble; readonly healthy: number };

const who = fc.nat(attendees.length - 1);
const weighted = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  weighted(20, fc.record({ do: fc.constant('ask'), ask: anyAsk })),
  weighted(6, fc.record({ do: fc.constant('post'), ask: anyAsk })),
  weighted(14, fc.record({ do: fc.constantFrom('carryUp', 'carryDown'), who })),
  weighted(10, fc.record({ do: fc.constantFrom('drop', 'join', 'join', 'again'), who })),
  weighted(12, fc.record({ do: fc.constant('turn') })),
  weighted(2, fc.record({ do: fc.constant('crash') })),
  weighted(4, fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(1, 1000, 20_000, 400_000) })),
  weighted(2, fc.record({ do: fc.constant('trouble'), kind: fc.constantFrom('refused', 'unsure', 'silent'), healthy: fc.nat(2) })),
);

interface Course {
  readonly stage: Stage;
  readonly people: readonly Participant[];
  /** Commands given to the host without a replica: who sent which, and every answer. */
  readonly posted: { readonly by: PersonId; readonly id: CommandId; readonly answer: Promise<Answer> }[];
}

async function begin(): Promise<Course> {
  const stage = await openStage(meeting, t0);
  for (const [by, body] of livelyStart) await stage.submit(by, body);
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
  const people = attendees.map(({ person }) => stage.participant(person));
  for (const one of people) one.join();
  await stage.calm();
  return { stage, people, posted: [] };
}

async function act({ stage, people, posted }: Course, deed: Deed): Promise<void> {
  const one = 'who' in deed ? people[deed.who] : undefined;
  switch (deed.do) {
    case 'ask': {
      const [by, body] = deed.ask;
      const participant = people.find(({ person }) => person === by);
      if (participant) honestNo(stage, participant, body);
      void participant?.ask(body);
      return;
    }
    case 'post': {
      const [by, body] = deed.ask;
      const id = stage.newId(by);
      posted.push({ by, id, answer: stage.post(by, body, id) });
      return;
    }
    case 'carryUp':
      return one?.wire.carryUp();
    case 'carryDown':
      return one?.wire.carryDown();
    case 'drop':
      return one?.wire.drop();
    case 'join':
      return one?.join();
    case 'again':
      return one?.again();
    case 'turn':
      return stage.hands.settle();
    case 'pass':
      return stage.hands.pass(deed.ms);
    case 'trouble':
      return stage.log.trouble(deed.kind, deed.healthy);
    case 'crash':
      return stage.crash();
  }
}

/** What a replica at the newest `seq` refuses, the host would refuse too. */
function honestNo(stage: Stage, { replica, person }: Participant, body: Command): void {
  const refusal = replica.may(body);
  const { seq, state } = stage.host().history();
  if (refusal && replica.picture().seq === seq) expect(decide(state, stamped(person, body, stage.hands.now())).ok).toBe(false);
}

/** Whatever is broken is mended, everybody connects, and everything is sent until it is answered. */
async function heal({ stage, people }: Course): Promise<void> {
  stage.log.mend();
  await stage.crash();
  for (const one of people) one.join();
  await stage.calm();
  for (const one of people) one.again();
  await stage.calm();
}

function converged({ stage, people }: Course): void {
  const { seq, head, state } = stage.host().history();
  const onRoll = (person: PersonId) => (state.phase === 'notConvened' ? undefined : attendeeOf(state.roll, person));
  for (const { person, replica } of people) {
    const picture = replica.picture();
    const role = onRoll(person)?.role;
    expect(picture.refused).toEqual(role ? null : { type: 'NotOnRoll' });
    expect(picture.pending).toEqual([]);
    expect(picture.chain).toBe('holds');
    if (!role) continue;
    expect({ seq: picture.seq, head: picture.head }).toEqual({ seq, head });
    expect(picture.state).toEqual(view(state, { person, role }));
  }
}

/** Every yes stands in the log once, under its sender and its facts; every no stands nowhere. */
async function once({ stage, people, posted }: Course): Promise<void> {
  const stored = await stage.log.log.answers(meeting);
  const byId = new Map(stored.map((one) => [one.command, one]));
  expect(byId.size).toBe(stored.length);
  const events = await stage.log.log.read(meeting, 0);
  const runs = events.filter(({ command }, place) => events[place - 1]?.command !== command).map(({ command }) => command);
  expect(new Set(runs).size).toBe(runs.length);
  for (const command of runs) expect(byId.has(command)).toBe(true);

  const check = (by: PersonId, id: CommandId, answer: Answer | null): void => {
    // Law 7: of a sealed ballot no id is kept.
    if (answer?.ok && answer.receipt) expect(byId.has(id)).toBe(false);
    else if (answer?.ok) expect(byId.get(id)).toEqual({ command: id, by, seq: answer.seq });
    else if (answer?.refusal.type !== 'NotStored') expect(byId.has(id)).toBe(false);
  };
  for (const { person, sent } of people) {
    for (const [id, answer] of sent) {
      expect(answer).not.toBe(null);
      check(person, id, answer);
    }
  }
  // What was given to a process that died may never be answered: then it may stand in the log or not, as it happened.
  for (const { by, id, answer } of posted) {
    const given = await Promise.race([answer, Promise.resolve(undefined)]);
    if (given) check(by, id, given);
  }
}

test('laws 2–6: after any faults every replica is its view of the host, and every yes is in the log once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 80, maxLength: 240, size: 'max' }), async (deeds) => {
      const course = await begin();
      for (const deed of deeds) await act(course, deed);
      await heal(course);
      converged(course);
      await once(course);
      expect(course.stage.hands.troubles.filter(({ kind }) => kind === 'bug')).toEqual([]);
      const reopened = await openHost(meeting, course.stage.log.log, { ...course.stage.hands.world, ballotBox: course.stage.ballots.box });
      expect(reopened.history()).toEqual(course.stage.host().history());
    }),
    { numRuns: 150 },
  );
});
