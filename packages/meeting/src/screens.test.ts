// Chapter K: which screens there are, what the office may put on them, and what goes off them by itself.
import { describe, expect, test } from 'vitest';
import { electionId, motionId, pulseId, screenName } from './ids.ts';
import { mainScreen, mostScreens, showingOn, type Showing } from './screens.ts';
import {
  assembled,
  convened,
  given,
  inSession,
  li,
  m1,
  m2,
  mishu,
  openFloor,
  t0,
  unknownMotion,
  voting,
  wang,
  zhang,
  zhuchi,
  zhuchi2,
  type Step,
} from './testing/index.ts';
import { sharedView } from './view.ts';

const side = screenName('侧屏');
const corridor = screenName('走廊');
const agenda: Showing = { kind: 'agenda' };
const show = (showing: Showing, screen = mainScreen) => ({ type: 'ShowOnScreen', screen, showing }) as const;
const shown = (showing: Showing, screen = mainScreen) => ({ type: 'ShownOnScreen', payload: { screen, showing } }) as const;
const withSide: readonly Step[] = [...inSession(openFloor), [mishu, { type: 'AddScreen', screen: side }]];
const put: readonly Step[] = [[zhuchi, { type: 'OpenVoting', motionIds: [m1] }]];
const closed: readonly Step[] = [...put, [zhuchi, { type: 'CloseVoting', motionIds: [m1] }]];
const announced: readonly Step[] = [...closed, [zhuchi, { type: 'AnnounceResult', motionIds: [m1] }]];
const onScreens = (...steps: readonly Step[]) => {
  const { meeting } = given(...steps);
  return meeting.phase === 'notConvened' ? [] : meeting.screens.map(({ name }) => [name, showingOn(meeting, name).kind]);
};

describe('K1 screens are added and removed', () => {
  test('by moderators and secretaries, each once', () => {
    given(...convened())
      .when(zhuchi2, { type: 'AddScreen', screen: side })
      .then({ type: 'ScreenAdded', payload: { screen: side } });
    given(...withSide)
      .when(zhuchi, { type: 'AddScreen', screen: side })
      .saysNothing();
    given(...withSide)
      .when(mishu, { type: 'RemoveScreen', screen: side })
      .then({ type: 'ScreenRemoved', payload: { screen: side } });
    given(...withSide)
      .when(mishu, { type: 'RemoveScreen', screen: corridor })
      .saysNothing();
    expect(onScreens(...withSide, [zhuchi, { type: 'RemoveScreen', screen: side }])).toEqual([['main', 'meeting']]);
  });
  test('the main one is always there', () => {
    given(...convened())
      .when(mishu, { type: 'AddScreen', screen: mainScreen })
      .saysNothing();
    given(...convened())
      .when(mishu, { type: 'RemoveScreen', screen: mainScreen })
      .refuses({ type: 'MainScreenStays' });
  });
  test('not without end', () => {
    const many = Array.from({ length: mostScreens }, (_, n): Step => [mishu, { type: 'AddScreen', screen: screenName(`屏${n}`) }]);
    given(...convened(), ...many)
      .when(mishu, { type: 'AddScreen', screen: side })
      .refuses({ type: 'TooManyScreens', most: mostScreens });
  });
});

describe('K2 something is put on a screen', () => {
  test('and stays on that one alone, with who put it there', () => {
    given(...withSide)
      .when(mishu, show(agenda, side))
      .then(shown(agenda, side));
    const { meeting } = given(...withSide, [mishu, show(agenda, side), t0 + 90_000]);
    expect('screens' in meeting && meeting.screens).toEqual([
      { name: mainScreen, showing: { kind: 'meeting' }, put: null },
      { name: side, showing: agenda, put: { at: t0 + 90_000, by: mishu } },
    ]);
  });
  test('the same again is silent, whatever the order of its parts', () => {
    const until = t0 + 3_600_000;
    given(...withSide, [mishu, show({ kind: 'break', until })])
      .when(zhuchi, show({ until, kind: 'break' }))
      .saysNothing();
  });
  test('or taken off it again', () => {
    given(...withSide, [mishu, show(agenda)])
      .when(zhuchi2, show({ kind: 'meeting' }))
      .then(shown({ kind: 'meeting' }));
  });
  test('on none that there is not', () => {
    given(...withSide)
      .when(mishu, show(agenda, corridor))
      .refuses({ type: 'UnknownScreen', screen: corridor });
  });
  test('before the opening too, not after the end', () => {
    given(...assembled())
      .when(mishu, show({ kind: 'emblem' }))
      .then(shown({ kind: 'emblem' }));
    given(...inSession(), [zhuchi, { type: 'ConcludeMeeting' }])
      .when(mishu, show({ kind: 'emblem' }))
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
  test.each<Showing>([
    { kind: 'floor' },
    { kind: 'speakers' },
    { kind: 'agenda' },
    { kind: 'notice', text: '请各位委员到一楼合影' },
    { kind: 'break', until: null },
    { kind: 'emblem' },
  ])('$kind needs nothing', (showing) => {
    given(...inSession())
      .when(zhuchi, show(showing))
      .then(shown(showing));
  });
});

describe('K3 nothing is shown that not everybody may see', () => {
  const text: Showing = { kind: 'text', motionId: m1 };
  test('a text once it has been put to the vote', () => {
    given(...withSide)
      .when(mishu, show(text, side))
      .refuses({ type: 'TextNotPublic', motionId: m1 });
    given(...withSide)
      .when(mishu, show({ kind: 'text', motionId: unknownMotion }, side))
      .refuses({ type: 'UnknownMotion', motionId: unknownMotion });
    given(...withSide, ...put)
      .when(mishu, show(text, side))
      .then(shown(text, side));
  });
  test("an amendment the same: until then it is nobody else's", () => {
    const x1 = motionId('x1');
    const proposed: readonly Step[] = [
      ...withSide,
      [zhang, { type: 'ProposeAmendment', amendmentId: x1, motionId: m1, version: 1, text: '建议一，改' }],
    ];
    given(...proposed)
      .when(mishu, show({ kind: 'text', motionId: x1 }, side))
      .refuses({ type: 'TextNotPublic', motionId: x1 });
    given(...proposed, [zhuchi, { type: 'OpenVoting', motionIds: [x1] }])
      .when(mishu, show({ kind: 'text', motionId: x1 }, side))
      .then(shown({ kind: 'text', motionId: x1 }, side));
  });
  test('a vote while one is open', () => {
    given(...withSide)
      .when(mishu, show({ kind: 'vote' }))
      .refuses({ type: 'NothingToShow' });
    given(...withSide, ...put)
      .when(mishu, show({ kind: 'vote' }))
      .then(shown({ kind: 'vote' }));
  });
  test('results once all of them are announced', () => {
    const result: Showing = { kind: 'result', motionIds: [m1] };
    given(...withSide, ...closed)
      .when(mishu, show(result))
      .refuses({ type: 'ResultNotAnnounced', motionId: m1 });
    given(...withSide, ...announced)
      .when(mishu, show(result))
      .then(shown(result));
    given(...withSide, ...announced)
      .when(mishu, show({ kind: 'result', motionIds: [m1, m2] }))
      .refuses({ type: 'ResultNotAnnounced', motionId: m2 });
  });
  test('no election that is not announced', () =>
    given(...withSide)
      .when(mishu, show({ kind: 'elected', electionId: electionId('e1') }))
      .refuses({ type: 'NothingToShow' }));
  test('a pulse once it is closed', () => {
    const pulse: Showing = { kind: 'pulse', motionId: m1 };
    const opened: readonly Step[] = [...withSide, [zhuchi, { type: 'OpenPulse', pulseId: pulseId('l1'), motionId: m1, turn: 'before' }]];
    given(...opened)
      .when(mishu, show(pulse))
      .refuses({ type: 'NothingToShow' });
    given(...opened, [zhuchi, { type: 'ClosePulse', pulseId: pulseId('l1') }])
      .when(mishu, show(pulse))
      .then(shown(pulse));
  });
  test('a break that is still to end', () => {
    given(...withSide)
      .when(mishu, show({ kind: 'break', until: t0 + 60_000 }), t0 + 60_000)
      .refuses({ type: 'BreakIsOver' });
    given(...withSide)
      .when(mishu, show({ kind: 'break', until: t0 + 60_001 }), t0 + 60_000)
      .then(shown({ kind: 'break', until: t0 + 60_001 }));
  });
});

describe('K4 what is voted on is on the main screen', () => {
  const notice: Showing = { kind: 'notice', text: '茶歇' };
  const both: readonly Step[] = [...withSide, [mishu, show(notice)], [mishu, show(notice, side)]];
  test.each([
    ['a vote', { type: 'OpenVoting', motionIds: [m1] }],
    ['an acclamation', { type: 'OpenAcclamation', motionIds: [m1] }],
  ] as const)('%s takes off what was there, and nowhere else', (_, body) => {
    expect(onScreens(...both, [zhuchi, body])).toEqual([
      ['main', 'meeting'],
      ['侧屏', 'notice'],
    ]);
  });
  test('nothing comes before it while it is open', () => {
    given(...withSide, ...put)
      .when(mishu, show(notice))
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
    given(...withSide, ...put)
      .when(mishu, show(notice, side))
      .then(shown(notice, side));
    given(...withSide, ...closed)
      .when(mishu, show(notice))
      .then(shown(notice));
  });
  test('an election the same', () => {
    const e1 = electionId('e1');
    const paper = {
      title: '推选召集人',
      seats: 1,
      candidates: [
        { candidateId: 'c1', name: '张委员', person: zhang },
        { candidateId: 'c2', name: '李委员', person: li },
      ],
      writeIns: 'none',
      rule: 'plurality',
    };
    const held = [
      ...both,
      [mishu, { type: 'TableElection', electionId: e1, paper }],
      [zhuchi, { type: 'OpenElection', electionId: e1 }],
    ] as readonly Step[];
    expect(onScreens(...held)[0]).toEqual(['main', 'meeting']);
    given(...held)
      .when(mishu, show(notice))
      .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
    given(...held)
      .when(mishu, show({ kind: 'vote' }, side))
      .then(shown({ kind: 'vote' }, side));
  });
});

describe('K5 what goes off by itself', () => {
  const until = t0 + 3_600_000;
  test('a break, when the meeting opens or goes on', () => {
    const resting: Showing = { kind: 'break', until };
    expect(onScreens(...assembled([zhang, wang]), [mishu, show(resting)], [zhuchi, { type: 'OpenMeeting' }])).toEqual([
      ['main', 'meeting'],
    ]);
    const paused: readonly Step[] = [
      ...withSide,
      [zhuchi, { type: 'SuspendMeeting' }],
      [mishu, show(resting)],
      [mishu, show(agenda, side)],
    ];
    expect(onScreens(...paused)[0]).toEqual(['main', 'break']);
    expect(onScreens(...paused, [zhuchi, { type: 'ResumeMeeting' }])).toEqual([
      ['main', 'meeting'],
      ['侧屏', 'agenda'],
    ]);
  });
  test('everything, at the end', () => {
    const all: readonly Step[] = [...withSide, [mishu, show(agenda)], [mishu, show(agenda, side)]];
    expect(onScreens(...all, [zhuchi, { type: 'ConcludeMeeting' }])).toEqual([
      ['main', 'meeting'],
      ['侧屏', 'meeting'],
    ]);
    expect(onScreens(...convened(), [mishu, show(agenda)], [mishu, { type: 'CancelMeeting', reason: '台风' }])).toEqual([
      ['main', 'meeting'],
    ]);
  });
  test('a result, when the motion is put again', () => {
    const result: readonly Step[] = [...withSide, ...announced, [mishu, show({ kind: 'result', motionIds: [m1] }, side)]];
    expect(onScreens(...result)[1]).toEqual(['侧屏', 'result']);
    expect(onScreens(...result, [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '文本有误' }])[1]).toEqual(['侧屏', 'meeting']);
  });
});

test('K6 everybody sees what is on the screens', () => {
  const { meeting } = given(...withSide, [mishu, show(agenda)]);
  for (const circle of ['office', 'members', 'public'] as const) {
    const seen = sharedView(meeting, circle);
    expect('screens' in seen && seen.screens).toEqual('screens' in meeting && meeting.screens);
  }
});

test('a screen that is not there follows the meeting', () => {
  const { meeting } = given(...withSide, ...put, [mishu, show(agenda, side)]);
  expect(meeting.phase !== 'notConvened' && showingOn(meeting, corridor)).toEqual({ kind: 'meeting' });
  expect(onScreens(...inSession(voting))).toEqual([['main', 'meeting']]);
});
