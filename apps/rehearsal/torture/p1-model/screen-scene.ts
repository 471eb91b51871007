// Knows how to make up what is put on the screens of the house around a vote; not what stays of it.
import { mainScreen, motionId, screenName, type Command, type PersonId, type Showing } from '@xieshang/meeting';
import { mishu, t0, zhuchi } from '@xieshang/meeting/testing';
import fc from 'fast-check';
import type { Round } from './course.ts';

const side = screenName('侧屏');
const at = (by: PersonId, body: Command): Round => ({ ms: 1000, asks: [[by, body]] });
const show = (screen: typeof side, showing: Showing): Round => at(mishu, { type: 'ShowOnScreen', screen, showing });

/** Something is put on two screens while a text goes through its vote, and some of it goes off by itself. */
export const screening: fc.Arbitrary<readonly Round[]> = fc
  .record({
    id: fc.constantFrom('m1', 'm2', 'm3').map(motionId),
    first: fc.constantFrom<Showing>({ kind: 'notice', text: '茶歇' }, { kind: 'agenda' }, { kind: 'break', until: null }),
    opens: fc.constantFrom('OpenVoting', 'OpenAcclamation'),
    last: fc.constantFrom<Command>({ type: 'SuspendMeeting' }, { type: 'ConcludeMeeting' }, { type: 'RemoveScreen', screen: side }),
  })
  .map(({ id, first, opens, last }) => {
    const [text, result]: readonly [Showing, Showing] = [
      { kind: 'text', motionId: id },
      { kind: 'result', motionIds: [id] },
    ];
    return [
      ...[at(mishu, { type: 'AddScreen', screen: side }), show(side, first), show(mainScreen, first), show(side, text)],
      ...[at(zhuchi, { type: opens, motionIds: [id] }), show(mainScreen, first), show(mainScreen, { kind: 'vote' }), show(side, text)],
      ...[at(zhuchi, { type: 'CloseVoting', motionIds: [id] }), show(side, result)],
      ...[at(zhuchi, { type: 'AnnounceResult', motionIds: [id] }), show(side, result)],
      ...[show(mainScreen, { kind: 'break', until: t0 }), show(mainScreen, first), at(zhuchi, last), at(zhuchi, { type: 'ResumeMeeting' })],
    ];
  });
