// Every round stays on record: who presided, in which form, how it ended.
import { expect, test } from 'vitest';
import { clock } from '../ids.ts';
import { given, inSession, li, m1, minute, t0, voting, wang, zhang, zhuchi, type Step } from '../testing/index.ts';

const open: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1] }, t0 + minute];
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }, t0 + 2 * minute];
const voided: Step = [zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '文本有误' }, t0 + 2 * minute];
const roundsAfter = (...steps: readonly Step[]) => {
  const [last] = steps.slice(-1);
  if (!last) throw new Error('no step');
  const { after } = given(...inSession(voting), ...steps.slice(0, -1)).when(last[0], last[1], last[2]);
  return after.phase === 'notConvened' ? [] : (after.rounds[m1] ?? []);
};

test('V2 a repeat is a round of its own with its reason, and the first stays', () => {
  const repeat: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '设备故障' }, t0 + 3 * minute];
  expect(roundsAfter(open, close, repeat)).toMatchObject([
    { round: 1, form: 'named', openedBy: zhuchi, openedAt: t0 + minute, reason: null, end: { as: 'decided', at: t0 + 2 * minute } },
    { round: 2, reason: '设备故障', end: { as: 'open' } },
  ]);
});

test('V21 a voided round keeps its paper and the reason when the motion is put again', () => {
  const [first, second] = roundsAfter(open, voided, [zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: { form: 'unnamed' } }]);
  expect(first).toMatchObject({ round: 1, end: { as: 'voided', by: zhuchi, reason: '文本有误', paper: { number: 1 } } });
  expect(second).toMatchObject({ round: 2, form: 'unnamed', end: { as: 'open' } });
});

test('V11, V12 an acclamation is a round, passed or objected to', () => {
  const acclaim: Step = [zhuchi, { type: 'OpenAcclamation', motionIds: [m1], ms: minute }, t0];
  const passed: Step = [clock, { type: 'CloseAcclamation', motionIds: [m1] }, t0 + minute];
  expect(roundsAfter(acclaim, passed)).toMatchObject([{ form: 'acclamation', end: { as: 'decided', at: t0 + minute } }]);
  const objection: Step = [li, { type: 'RaiseObjection', motionId: m1 }, t0 + 1];
  expect(roundsAfter(acclaim, objection)).toMatchObject([{ end: { as: 'objected', objector: li } }]);
});

test('V22 a round keeps who watched it, whoever is named for the next one', () => {
  const named = (...persons: readonly (typeof zhang)[]): Step => [zhuchi, { type: 'NameScrutineers', persons }];
  const again: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '设备故障' }, t0 + 3 * minute];
  expect(roundsAfter(named(zhang, wang), open, close, named(li), again)).toMatchObject([
    { scrutineers: [zhang, wang] },
    { scrutineers: [li] },
  ]);
});

test('V22 each scrutineer’s confirmation bears its time', () => {
  const named: Step = [zhuchi, { type: 'NameScrutineers', persons: [zhang, wang] }];
  const confirm = (by: typeof zhang, at: number): Step => [by, { type: 'ConfirmCount', motionIds: [m1] }, at];
  const rounds = roundsAfter(named, open, close, confirm(wang, t0 + 3 * minute), confirm(zhang, t0 + 4 * minute));
  expect(rounds).toMatchObject([
    {
      confirmations: [
        { person: wang, at: t0 + 3 * minute },
        { person: zhang, at: t0 + 4 * minute },
      ],
    },
  ]);
});

test('V51 what was pressed for one round and comes in another ends, voids, confirms and announces nothing there', () => {
  const named: Step = [zhuchi, { type: 'NameScrutineers', persons: [zhang] }];
  const repeat: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '设备故障' }];
  const again = [...inSession(voting), named, open, close, repeat] as const;
  const late = { motionIds: [m1], rounds: [1] };
  given(...again)
    .when(zhuchi, { type: 'CloseVoting', ...late })
    .refuses({ type: 'VotingIsClosed', motionId: m1 });
  given(...again)
    .when(zhuchi, { type: 'VoidVoting', ...late, reason: '文本有误' })
    .refuses({ type: 'VotingIsClosed', motionId: m1 });
  const counted = [...again, [zhuchi, { type: 'CloseVoting', motionIds: [m1], rounds: [2] }]] as const;
  given(...counted)
    .when(zhang, { type: 'ConfirmCount', ...late })
    .refuses({ type: 'MotionNotVotedOn', motionId: m1 });
  given(...counted)
    .when(zhuchi, { type: 'AnnounceResult', ...late })
    .refuses({ type: 'MotionNotVotedOn', motionId: m1 });
  given(...counted)
    .when(zhang, { type: 'ConfirmCount', motionIds: [m1], rounds: [2] })
    .then({ type: 'CountConfirmed', payload: { motionIds: [m1] } });
});
