// Chapter L4–L6, W13: what the office says to one person alone.
import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { asideId } from './ids.ts';
import {
  bumen1,
  concluded,
  convened,
  given,
  inSession,
  li,
  mishu,
  pangting,
  played,
  wang,
  zhang,
  zhuchi,
  zhuchi2,
  type Step,
} from './testing/index.ts';
import { audienceOf, reaches, view, type Viewer } from './view.ts';

const s1 = asideId('s1');
const between = { asideId: s1, from: zhuchi, to: li };
const send: Extract<Command, { type: 'SendAside' }> = { type: 'SendAside', asideId: s1, to: li, digest: 'd1' };
const sent: readonly Step[] = [...inSession(), [zhuchi, send]];
const acknowledged: readonly Step[] = [...sent, [li, { type: 'AcknowledgeAside', from: zhuchi, asideId: s1 }]];
const answered: readonly Step[] = [...sent, [li, { type: 'AnswerAside', from: zhuchi, asideId: s1, digest: 'd2' }]];
const withdrawn: readonly Step[] = [...sent, [zhuchi, { type: 'WithdrawAside', asideId: s1 }]];
const asideIn = (steps: readonly Step[]) => {
  const { meeting } = given(...steps);
  return meeting.phase === 'notConvened' ? undefined : meeting.asides.find((one) => one.asideId === s1);
};

describe('L4 the office says something to one alone', () => {
  test('to a member or a department, in session and before', () => {
    given(...inSession())
      .when(zhuchi, send)
      .then({ type: 'AsideSent', payload: { ...between, digest: 'd1' } });
    given(...convened())
      .when(mishu, { ...send, to: bumen1 })
      .then({ type: 'AsideSent', payload: { asideId: s1, from: mishu, to: bumen1, digest: 'd1' } });
  });
  test('another sender’s ids are their own: nobody learns from a refusal what others sent', () => {
    given(...sent)
      .when(mishu, send)
      .then({ type: 'AsideSent', payload: { ...between, from: mishu, digest: 'd1' } });
  });
  test('the same again is silent, another one under its id refused', () => {
    given(...sent)
      .when(zhuchi, send)
      .saysNothing();
    for (const other of [
      { ...send, digest: 'd2' },
      { ...send, to: wang },
    ]) {
      given(...sent)
        .when(zhuchi, other)
        .refuses({ type: 'AsideIdTaken' });
    }
  });
  test('not to somebody unknown, the office or an observer', () => {
    given(...inSession())
      .when(zhuchi, { ...send, to: 'stranger' as never })
      .refuses({ type: 'UnknownPerson', person: 'stranger' as never });
    for (const to of [mishu, zhuchi2, pangting]) {
      given(...inSession())
        .when(zhuchi, { ...send, to })
        .refuses({ type: 'MayNotBeTold', person: to });
    }
  });
  test('not once the meeting is over', () => {
    given(...concluded)
      .when(zhuchi, send)
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
});

describe('L5 what came of it', () => {
  test('it is received on a device once, known once, answered once', () => {
    given(...sent)
      .when(li, { type: 'ReceiveAside', from: zhuchi, asideId: s1 })
      .then({ type: 'AsideReceived', payload: between });
    given(...sent)
      .when(li, { type: 'AcknowledgeAside', from: zhuchi, asideId: s1 })
      .then({ type: 'AsideAcknowledged', payload: between });
    given(...acknowledged)
      .when(li, { type: 'AnswerAside', from: zhuchi, asideId: s1, digest: 'd2' })
      .then({ type: 'AsideAnswered', payload: { ...between, digest: 'd2' } });
  });
  test('a step back or again is silent', () => {
    const repeats: readonly Command[] = [
      { type: 'ReceiveAside', from: zhuchi, asideId: s1 },
      { type: 'AcknowledgeAside', from: zhuchi, asideId: s1 },
      { type: 'AnswerAside', from: zhuchi, asideId: s1, digest: 'd2' },
    ];
    for (const body of repeats) {
      given(...answered)
        .when(li, body)
        .saysNothing();
    }
    given(...acknowledged)
      .when(li, { type: 'ReceiveAside', from: zhuchi, asideId: s1 })
      .saysNothing();
    expect(asideIn(answered)).toMatchObject({ phase: 'answered', digest: 'd1', answer: 'd2' });
  });
  test('there is one answer', () => {
    given(...answered)
      .when(li, { type: 'AnswerAside', from: zhuchi, asideId: s1, digest: 'd3' })
      .refuses({ type: 'AsideIsAnswered' });
  });
  test('to others it is as if it never was', () => {
    for (const body of [{ type: 'ReceiveAside' }, { type: 'AcknowledgeAside' }, { type: 'AnswerAside', digest: 'd2' }] as const) {
      given(...sent)
        .when(wang, { ...body, from: zhuchi, asideId: s1 })
        .refuses({ type: 'UnknownAside' });
    }
  });
  test('it can be acknowledged and answered after the end', () => {
    const over: readonly Step[] = [...sent, [zhuchi, { type: 'ConcludeMeeting' }]];
    given(...over)
      .when(li, { type: 'AcknowledgeAside', from: zhuchi, asideId: s1 })
      .then({ type: 'AsideAcknowledged', payload: between });
    given(...over)
      .when(li, { type: 'AnswerAside', from: zhuchi, asideId: s1, digest: 'd2' })
      .then({ type: 'AsideAnswered', payload: { ...between, digest: 'd2' } });
  });
});

describe('L6 it is taken back', () => {
  const withdraw: Command = { type: 'WithdrawAside', asideId: s1 };
  test('by who sent it, however far it came', () => {
    for (const steps of [sent, acknowledged]) {
      given(...steps)
        .when(zhuchi, withdraw)
        .then({ type: 'AsideWithdrawn', payload: { ...between, digest: 'd1', answer: null } });
    }
    given(...answered)
      .when(zhuchi, withdraw)
      .then({ type: 'AsideWithdrawn', payload: { ...between, digest: 'd1', answer: 'd2' } });
    expect(asideIn(withdrawn)).toMatchObject({ phase: 'withdrawn', digest: 'd1' });
  });
  test('again is silent; after it nothing comes of it', () => {
    given(...withdrawn)
      .when(zhuchi, withdraw)
      .saysNothing();
    for (const body of [{ type: 'ReceiveAside' }, { type: 'AcknowledgeAside' }, { type: 'AnswerAside', digest: 'd2' }] as const) {
      given(...withdrawn)
        .when(li, { ...body, from: zhuchi, asideId: s1 })
        .refuses({ type: 'AsideIsWithdrawn' });
    }
  });
  test('by nobody else of the office', () => {
    for (const by of [mishu, zhuchi2]) {
      given(...sent)
        .when(by, withdraw)
        .refuses({ type: 'UnknownAside' });
    }
  });
});

describe('W13 an aside is between two', () => {
  const viewers: readonly Viewer[] = [
    { person: zhuchi, role: 'moderator' },
    { person: li, role: 'member' },
    { person: zhuchi2, role: 'moderator' },
    { person: mishu, role: 'secretary' },
    { person: zhang, role: 'member' },
    { person: bumen1, role: 'departmentRep' },
    { person: pangting, role: 'observer' },
  ];
  test('each of its facts reaches the two, and nobody else of the office', () => {
    const facts = played(
      ...acknowledged,
      [li, { type: 'AnswerAside', from: zhuchi, asideId: s1, digest: 'd2' }],
      [zhuchi, { type: 'WithdrawAside', asideId: s1 }],
    );
    const told = [...facts, ...played(...sent, [li, { type: 'ReceiveAside', from: zhuchi, asideId: s1 }])].filter(({ type }) =>
      type.startsWith('Aside'),
    );
    expect(new Set(told.map(({ type }) => type)).size).toBe(5);
    for (const fact of told) {
      expect(viewers.map((viewer) => reaches(audienceOf(fact), viewer))).toEqual([true, true, false, false, false, false, false]);
    }
  });
  test('nor does the state anybody else holds', () => {
    const { meeting } = given(...answered);
    const held = viewers.map((viewer) => {
      const seen = view(meeting, viewer);
      return seen.phase === 'notConvened' ? [] : seen.asides.map((one) => one.asideId);
    });
    expect(held).toEqual([['s1'], ['s1'], [], [], [], [], []]);
  });
});
