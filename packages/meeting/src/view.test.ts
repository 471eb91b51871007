// Chapter W: who sees what.
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from './event.ts';
import { convened, given, inSession, li, m1, mishu, pangting, played, voting, wang, zhang, zhuchi, type Step } from './testing/index.ts';
import { audienceOf, circleOf, joinView, ownPart, reaches, sharedView, view, type Viewer } from './view.ts';
import { noVotes, withVote } from './vote/index.ts';

const office: Viewer = { person: zhuchi, role: 'moderator' };
const member = (person: Viewer['person']): Viewer => ({ person, role: 'member' });
const observer: Viewer = { person: pangting, role: 'observer' };
const reached = (event: MeetingEvent, ...viewers: readonly Viewer[]) => viewers.map((viewer) => reaches(audienceOf(event), viewer));
const lastOf = (...steps: readonly Step[]) => {
  const event = played(...steps).at(-1);
  if (!event) throw new Error('nothing happened');
  return event;
};
const ballot: readonly Step[] = [
  ...inSession(voting),
  [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
  [li, { type: 'CastVote', motionId: m1, choice: 'oppose' }],
  [zhang, { type: 'CastVote', motionId: m1, choice: 'approve' }],
];

test('the three circles', () => {
  expect((['moderator', 'secretary', 'member', 'departmentRep', 'observer'] as const).map(circleOf)).toEqual([
    'office',
    'office',
    'members',
    'public',
    'public',
  ]);
});

test('W1 what is not said otherwise reaches everyone', () => {
  expect(reached(lastOf(...inSession()), office, member(li), observer)).toEqual([true, true, true]);
});

describe('W2 votes', () => {
  test('reach the voter alone until the close, not even the office', () => {
    expect(reached(lastOf(...ballot), member(zhang), member(li), office, observer)).toEqual([true, false, false, false]);
    const { meeting } = given(...ballot);
    const votesIn = (viewer: Viewer) => {
      const seen = view(meeting, viewer);
      const motion = seen.phase === 'notConvened' ? undefined : seen.motions[m1];
      return motion?.phase === 'voting' && motion.form === 'named' ? motion.votes : undefined;
    };
    expect([member(li), member(wang), office, observer].map(votesIn)).toEqual([withVote(noVotes, li, 'oppose'), {}, {}, {}]);
  });
  test('are all told at the close of a named vote', () => {
    const closed = given(...ballot, [zhuchi, { type: 'CloseVoting', motionIds: [m1] }]);
    expect(view(closed.meeting, observer)).toMatchObject({
      motions: { m1: { result: { votes: [{ voter: zhang }, { voter: li, choice: 'oppose' }, { voter: wang, choice: 'notPressed' }] } } },
    });
  });
});

describe('W3 leave', () => {
  const asked: readonly Step[] = [...convened(), [li, { type: 'RequestLeave', reasonDigest: 'd' }]];
  test('asked for, withdrawn or declined is between the person and the office', () => {
    expect(reached(lastOf(...asked), member(li), office, member(wang), observer)).toEqual([true, true, false, false]);
    const leavesIn = (viewer: Viewer) => {
      const seen = view(given(...asked).meeting, viewer);
      return seen.phase === 'notConvened' ? [] : Object.keys(seen.roll.leaves);
    };
    expect([member(li), office, member(wang)].map(leavesIn)).toEqual([[li], [li], []]);
  });
  test('approved is known to all, without the reason', () => {
    const { meeting } = given(...asked, [mishu, { type: 'ApproveLeave', person: li }]);
    expect(view(meeting, observer)).toMatchObject({ roll: { leaves: { li: { phase: 'approved' } } } });
    expect(JSON.stringify(meeting)).not.toContain('reasonDigest');
  });
});

test('W4 drafts and members’ materials stay among members and the office', () => {
  const { meeting } = given(...convened(), [
    mishu,
    {
      type: 'AddMaterial',
      material: { materialId: 'd1' as never, name: '草案', mime: 'text/plain', bytes: 1, sha256: 'ab', circle: 'members' },
    },
  ]);
  expect(view(meeting, observer)).toMatchObject({ recommendations: {}, agenda: { materials: [] } });
  expect(JSON.stringify(view(meeting, observer))).not.toContain('建议1');
  expect(view(meeting, member(li))).toMatchObject({
    recommendations: { m1: { text: '建议1' } },
    agenda: { materials: [{ name: '草案' }] },
  });
  expect(reached(lastOf(...convened()), office, member(li), observer)).toEqual([true, true, false]);
});

test('W5 who is present travels by person, and is held as before where it arrives', () => {
  const { meeting } = given(...convened(), [li, { type: 'CheckIn', where: 'online' }]);
  const sent = sharedView(meeting, 'office');
  expect(sent).toMatchObject({ roll: { present: { li: { where: 'online', by: li } } } });
  expect(joinView(sent, ownPart(meeting, zhuchi), zhuchi)).toEqual(meeting);
});

test('W5 a view is the shared part of the circle and the own part, put together', () => {
  const { meeting } = given(...ballot);
  expect(joinView(sharedView(meeting, 'members'), ownPart(meeting, li), li)).toEqual(view(meeting, member(li)));
  expect(JSON.stringify(sharedView(meeting, 'members'))).not.toContain('oppose');
});
