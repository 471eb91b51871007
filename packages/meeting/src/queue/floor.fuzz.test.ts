// The laws of the floor under random courses of what people do on it; fast-check prints seed and path of a failure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import type { RecordedEvent } from '../event.ts';
import { evolve } from '../evolve.ts';
import { clock, requestId, type PersonId, type RequestId } from '../ids.ts';
import type { Command } from '../command.ts';
import { initial, type Meeting } from '../meeting.ts';
import type { FloorKind } from '../rules.ts';
import {
  inSession,
  keynote,
  li,
  minute,
  mishu,
  openFloor,
  played,
  plan,
  rules,
  stamped,
  t0,
  wang,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { begun, onFloor } from './on-floor.ts';
import { lostMs } from './lease.ts';
import type { Queue, Speech } from './types.ts';

const people = [zhang, li, wang] as const;
const kinds: readonly FloorKind[] = ['openFloorSpeech', 'followUpQuestion', 'interjection', 'pointOfOrder'];
const q = (id: string): RequestId => requestId(id);

type Act =
  | { readonly act: 'ask'; readonly person: PersonId; readonly kind: FloorKind }
  | { readonly act: 'give' | 'interpose' | 'withdraw' | 'remove' | 'skip'; readonly place: number }
  | { readonly act: 'extend'; readonly ms: number }
  | { readonly act: 'putBack' | 'stage' | 'handIn' | 'lose' | 'find' | 'restart' | 'cut' }
  | { readonly act: 'PauseSpeech' | 'ResumeSpeech' | 'EndSpeech' | 'SuspendMeeting' | 'ResumeMeeting' };

const weighted = (weight: number, arbitrary: fc.Arbitrary<Act>) => ({ weight, arbitrary });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  weighted(6, fc.record({ act: fc.constant('ask'), person: fc.constantFrom(...people), kind: fc.constantFrom(...kinds) })),
  weighted(5, fc.record({ act: fc.constantFrom('give', 'give', 'interpose'), place: fc.nat(3) })),
  weighted(6, fc.record({ act: fc.constantFrom('PauseSpeech', 'ResumeSpeech', 'ResumeSpeech', 'EndSpeech') })),
  weighted(2, fc.record({ act: fc.constant('extend'), ms: fc.constantFrom(minute, -minute, -10 * minute) })),
  weighted(2, fc.record({ act: fc.constantFrom('SuspendMeeting', 'ResumeMeeting', 'ResumeMeeting', 'ResumeMeeting') })),
  weighted(2, fc.record({ act: fc.constantFrom('withdraw', 'remove', 'skip'), place: fc.nat(3) })),
  weighted(3, fc.record({ act: fc.constantFrom('lose', 'lose', 'find') })),
  weighted(3, fc.record({ act: fc.constantFrom('putBack', 'putBack', 'stage', 'handIn', 'restart', 'cut') })),
);

/** ms before each act; the server's clock may be set back. */
const anyCourse = (back: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(anyAct, fc.oneof({ weight: 9, arbitrary: fc.nat(90_000) }, { weight: 1, arbitrary: back })), {
    minLength: 20,
    maxLength: 120,
    size: 'max',
  });

/** Everybody takes part online; two have prepared speeches for another stage. */
const start: readonly Step[] = [
  ...inSession(openFloor, [], { prepared: plan().prepared, rules: { ...rules, lease: { graceMs: 1000 } } }),
  ...people.map((person): Step => [person, { type: 'CheckIn', where: 'online' }]),
];

interface Moment {
  readonly before: Queue;
  readonly after: Queue;
  readonly at: number;
  readonly passed: number;
  /** All facts so far. */
  readonly log: readonly RecordedEvent[];
}

const queueOf = (meeting: Meeting): Queue => {
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting.queue;
};

function* moments(course: readonly (readonly [Act, number])[]): Generator<Moment> {
  let log = played(...start);
  let meeting = log.reduce(evolve, initial);
  let at = t0 + 60 * minute;
  let ids = 0;
  const newId = (): RequestId => q(`a${(ids += 1)}`);
  const put = (by: PersonId, body: Command): void => {
    const decision = decide(meeting, stamped(by, body, at, meeting));
    if (!decision.ok) return;
    const facts = decision.events.map((event) => ({ ...event, by, at }));
    log = [...log, ...facts];
    meeting = facts.reduce(evolve, meeting);
  };
  const act = (one: Act, { waiting, floor, speeches }: Queue): void => {
    const nth = ('place' in one ? waiting[one.place % Math.max(1, waiting.length)] : undefined) ?? { requestId: q('none'), person: zhang };
    const { requestId: id } = nth;
    const said = (floor.phase === 'empty' ? speeches.at(-1)?.requestId : floor.request.requestId) ?? id;
    switch (one.act) {
      case 'ask':
        return put(one.person, { type: 'RequestFloor', requestId: newId(), kind: one.kind, matter: 'time' });
      case 'give':
        return put(zhuchi, { type: 'GiveFloor', requestId: id });
      case 'interpose':
        return put(zhuchi, { type: 'Interpose', requestId: id });
      case 'withdraw':
        return put(nth.person, { type: 'WithdrawRequest', requestId: id });
      case 'remove':
        return put(mishu, { type: 'RemoveRequest', requestId: id, reason: '' });
      case 'skip':
        return put(zhuchi, { type: 'SkipRequest', requestId: id });
      case 'extend':
        return put(zhuchi, { type: 'ExtendSpeech', ms: one.ms });
      case 'cut':
        return put(zhuchi, { type: 'CutLimits', ms: minute });
      case 'putBack':
        return put(zhuchi, { type: 'PutBack', requestId: said, as: newId() });
      case 'stage': {
        const here = meeting.phase === 'inSession' && meeting.stageId === keynote;
        return put(zhuchi, { type: 'MoveToStage', stageId: here ? openFloor : keynote });
      }
      case 'handIn':
        return put(zhang, { type: 'HandInSpeech', requestId: newId(), topic: '', text: '书面意见' });
      case 'lose':
        return put(clock, { type: 'LoseSpeaker', requestId: said, since: at - 1000 });
      case 'find':
        return put(clock, { type: 'FindSpeaker', requestId: said });
      case 'restart':
        // Another process reads the log as it is spelt, and knows nothing else.
        meeting = (JSON.parse(JSON.stringify(log)) as RecordedEvent[]).reduce(evolve, initial);
        return;
      default:
        return put(zhuchi, { type: one.act });
    }
  };
  for (const [one, passed] of course) {
    at += passed;
    const before = queueOf(meeting);
    act(one, before);
    yield { before, after: queueOf(meeting), at, passed, log };
  }
}

const law = (name: string, holds: (course: Iterable<Moment>) => void, back: fc.Arbitrary<number> = fc.constant(0), numRuns = 150): void =>
  test(name, () => {
    fc.assert(
      fc.property(anyCourse(back), (course) => holds(moments(course))),
      { numRuns },
    );
  });

/** F8. What it used and what it stood make up the time on the wall, and nothing of it runs backwards. */
function addsUp({ from, to, spokenMs, pauses = [] }: Speech): void {
  const stood = pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
  expect(spokenMs + stood).toBe(to - from);
  const instants = [from, ...pauses.flatMap((pause) => [pause.from, pause.to]), to];
  expect(instants).toEqual(instants.toSorted((one, other) => one - other));
}

describe('laws of the floor', () => {
  law('F1, F10 one has the floor: at most one clock runs, the last begun, and whatever it interrupted stands', (course) => {
    for (const { after } of course) {
      const phases = begun(after.floor).map(({ phase }) => phase);
      expect(phases.slice(1).every((phase) => phase === 'paused')).toBe(true);
      expect(new Set(onFloor(after.floor).map(({ requestId: id }) => id)).size).toBe(phases.length);
    }
  });

  law('F6, F8 each speech has used what its clock ran and stood what it stood, by stop-watches of our own', (course) => {
    const watches = new Map<string, { net: number; stood: number; lost: number }>();
    const watchOf = (id: string) => watches.get(id) ?? { net: 0, stood: 0, lost: 0 };
    for (const { before, after, passed } of course) {
      for (const [place, taken] of begun(before.floor).entries()) {
        const watch = watchOf(taken.request.requestId);
        if (taken.phase === 'paused' && taken.lost) watch.lost += passed;
        if (place === 0 && taken.phase === 'speaking') watch.net += passed;
        else watch.stood += passed;
        watches.set(taken.request.requestId, watch);
      }
      for (const speech of after.speeches) {
        const watch = watchOf(speech.requestId);
        expect([speech.spokenMs, speech.to - speech.from, lostMs(speech)]).toEqual([watch.net, watch.net + watch.stood, watch.lost]);
        addsUp(speech);
      }
    }
  });

  law(
    'F6, F8 they add up too where the server’s clock is set back while somebody speaks',
    (course) => {
      for (const { after } of course) for (const speech of after.speeches) addsUp(speech);
    },
    fc.integer({ min: -200_000, max: -1 }),
  );

  law(
    'Q3, Q6, Q7, Q15 nothing is lost: whatever was asked for waits, is on the floor, is heard, or stands as taken back in the log',
    (course) => {
      const prepared = plan().prepared.map(({ requestId: id }) => id);
      const entered = new Set<RequestId>();
      for (const { before, after, log } of course) {
        const asked = log.flatMap((event) => {
          if (event.type === 'FloorRequested') return [event.payload.request.requestId];
          return event.type === 'SpeechHandedIn' ? [event.payload.requestId] : [];
        });
        const gone = log.flatMap((event) =>
          event.type === 'RequestWithdrawn' || event.type === 'RequestRemoved' ? [event.payload.requestId] : [],
        );
        const known = [...after.waiting, ...onFloor(after.floor), ...after.speeches].map(({ requestId: id }) => id);
        const due = known.filter((id) => prepared.includes(id));
        expect([...known, ...gone.filter((id) => !prepared.includes(id))].toSorted()).toEqual([...asked, ...due].toSorted());
        for (const id of due) entered.add(id);
        for (const id of entered) expect([...known, ...gone]).toContain(id);
        expect(after.speeches.slice(0, before.speeches.length)).toEqual(before.speeches);
      }
    },
  );
});
