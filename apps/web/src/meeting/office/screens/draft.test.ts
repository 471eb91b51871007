// What is chosen for a screen comes to something that may be put there.
import { decide, mainScreen, type Showing } from '@xieshang/meeting';
import { fold, inSession, m1, m2, played, stamped, t0, voting, zhuchi, type Step } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import type { Held } from '../../shared/held.ts';
import { draftOf, emptyDraft, itemsOf, kindsOffered, showingOf } from './draft.ts';

const put = (...motionIds: readonly (typeof m1)[]): readonly Step[] => [
  [zhuchi, { type: 'OpenVoting', motionIds }],
  [zhuchi, { type: 'CloseVoting', motionIds }],
  [zhuchi, { type: 'AnnounceResult', motionIds }],
];
const held = (...steps: readonly Step[]) => fold(played(...inSession(voting), ...steps)) as Held;

test('a break ends at a whole minute, so that the hall reads the time it ends', () => {
  const draft = { ...emptyDraft, kind: 'break', minutes: 10 } as const;
  const minute = Math.floor(t0 / 60_000) * 60_000;
  expect(showingOf(held(), draft, minute + 29_000)).toEqual({ kind: 'break', until: minute + 600_000 });
  expect(showingOf(held(), draft, minute + 31_000)).toEqual({ kind: 'break', until: minute + 660_000 });
  expect(showingOf(held(), { ...draft, minutes: null }, t0)).toEqual({ kind: 'break', until: null });
});

test('a notice without words is not one yet', () => {
  const draft = { ...emptyDraft, kind: 'notice' } as const;
  expect(showingOf(held(), { ...draft, text: ' \n' }, t0)).toBeNull();
  expect(showingOf(held(), { ...draft, text: ' 茶歇 ' }, t0)).toEqual({ kind: 'notice', text: '茶歇' });
});

test('of results all are offered first, then each; of one only that', () => {
  expect(itemsOf(held(), 'result')).toEqual([]);
  expect(itemsOf(held(...put(m1)), 'result').map(({ id }) => id)).toEqual([m1]);
  expect(itemsOf(held(...put(m1, m2)), 'result').map(({ showing }) => showing)).toEqual([
    { kind: 'result', motionIds: [m1, m2] },
    { kind: 'result', motionIds: [m1] },
    { kind: 'result', motionIds: [m2] },
  ]);
});

test('whatever is offered may be put on a screen', () => {
  const meeting = held(...put(m1, m2));
  const offered = kindsOffered.flatMap((kind): readonly Showing[] => {
    const items = itemsOf(meeting, kind).map(({ showing }) => showing);
    const one = showingOf(meeting, { ...emptyDraft, kind, text: '茶歇' }, t0);
    return items.length > 0 ? items : one ? [one] : [];
  });
  expect(offered).toHaveLength(13);
  const refused = offered.filter((showing) => {
    const { ok } = decide(meeting, stamped(zhuchi, { type: 'ShowOnScreen', screen: mainScreen, showing }, t0));
    return !ok;
  });
  expect(refused).toEqual([{ kind: 'vote' }]);
});

test('what is on a screen is where a choice starts', () => {
  const meeting = held(...put(m1, m2));
  for (const showing of [...itemsOf(meeting, 'result'), ...itemsOf(meeting, 'text')].map((one) => one.showing)) {
    expect(showingOf(meeting, draftOf(showing), t0)).toEqual(showing);
  }
  expect(showingOf(meeting, draftOf({ kind: 'notice', text: '茶歇' }), t0)).toEqual({ kind: 'notice', text: '茶歇' });
});
