// The floor while the process that holds it dies and comes back, with or without time in between; fast-check prints seed and path of a failure.
import fc from 'fast-check';
import { begun, meetingId, requestId, type Command, type Meeting, type PersonId, type Queue } from '@xieshang/meeting';
import { inSession, li, openFloor, t0, wang, zhang, zhuchi } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import { openStage, type Stage } from './testing/stage.ts';

type Deed =
  | { readonly do: 'ask'; readonly person: PersonId; readonly kind: 'openFloorSpeech' | 'interjection' }
  | { readonly do: 'give' | 'interpose' | 'pause' | 'resume' | 'end' | 'suspend' | 'crash' }
  | { readonly do: 'extend'; readonly ms: number }
  | { readonly do: 'pass' | 'gone'; readonly ms: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    person: fc.constantFrom(zhang, li, wang),
    kind: fc.constantFrom('openFloorSpeech' as const, 'interjection' as const),
  }),
  fc.record({ do: fc.constantFrom('give' as const, 'give' as const, 'interpose' as const, 'pause' as const) }),
  fc.record({ do: fc.constantFrom('resume' as const, 'resume' as const, 'end' as const, 'suspend' as const, 'crash' as const) }),
  fc.record({ do: fc.constant('extend' as const), ms: fc.constantFrom(60_000, -120_000) }),
  fc.record({ do: fc.constantFrom('pass' as const, 'pass' as const, 'gone' as const), ms: fc.nat(200_000) }),
);

const queueOf = (meeting: Meeting): Queue => {
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting.queue;
};

async function act(stage: Stage, one: Deed, id: string): Promise<void> {
  const first = queueOf(stage.stateNow()).waiting[0]?.requestId ?? requestId('none');
  const say = async (body: Command, by: PersonId = zhuchi): Promise<void> => void (await stage.submit(by, body));
  switch (one.do) {
    case 'ask':
      return say({ type: 'RequestFloor', requestId: requestId(id), kind: one.kind }, one.person);
    case 'give':
      return say({ type: 'GiveFloor', requestId: first });
    case 'interpose':
      return say({ type: 'Interpose', requestId: first });
    case 'pause':
      return say({ type: 'PauseSpeech' });
    case 'resume':
      await say({ type: 'ResumeMeeting' });
      return say({ type: 'ResumeSpeech' });
    case 'end':
      return say({ type: 'EndSpeech' });
    case 'suspend':
      return say({ type: 'SuspendMeeting' });
    case 'extend':
      return say({ type: 'ExtendSpeech', ms: one.ms });
    case 'pass':
      return stage.hands.pass(one.ms);
    case 'gone':
      // Nobody is there to ring: the clock goes on all the same.
      stage.hands.setClock(stage.hands.now() + one.ms);
      return stage.crash();
    case 'crash': {
      const before = stage.stateNow();
      await stage.crash();
      expect(stage.stateNow()).toEqual(before);
    }
  }
}

test('F6, F8 a restart in the middle takes and gives nobody a moment, and no speech is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60, size: 'max' }), async (course) => {
      const stage = await openStage(meetingId('small'), t0);
      for (const [by, body] of inSession(openFloor, [zhang, li, wang], { prepared: [] })) await stage.submit(by, body);
      const watches = new Map<string, { net: number; wall: number }>();
      const clear: readonly Deed[] = [{ do: 'resume' }, { do: 'end' }, { do: 'end' }, { do: 'end' }];
      for (const [nth, one] of [...course, ...clear].entries()) {
        const [before, began] = [queueOf(stage.stateNow()), stage.hands.now()];
        await act(stage, one, `a${nth}`);
        const passed = stage.hands.now() - began;
        for (const [place, { request, phase }] of begun(before.floor).entries()) {
          const { net, wall } = watches.get(request.requestId) ?? { net: 0, wall: 0 };
          const ran = place === 0 && phase === 'speaking';
          watches.set(request.requestId, { net: net + (ran ? passed : 0), wall: wall + passed });
        }
        expect(queueOf(stage.stateNow()).speeches.slice(0, before.speeches.length)).toEqual(before.speeches);
      }
      const { speeches, floor } = queueOf(stage.stateNow());
      expect(floor.phase).toBe('empty');
      for (const { requestId: id, from, to, spokenMs, pauses = [] } of speeches) {
        expect([spokenMs, to - from]).toEqual([watches.get(id)?.net ?? 0, watches.get(id)?.wall ?? 0]);
        expect(spokenMs + pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0)).toBe(to - from);
      }
    }),
    { numRuns: 60 },
  );
});
