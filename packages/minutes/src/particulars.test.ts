// What the record holds of a fact, as it is shown beside the minutes. Law 9.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initial } from '@xieshang/meeting';
import { factId } from './fact-id.ts';
import { factsOf } from './facts.ts';
import { particularsOf } from './particulars.ts';
import { anyHeld } from './testing/held.ts';
import { committee, course, heldAfter, requests } from './testing/sample.ts';

const told = (fact: string) => particularsOf(heldAfter(...course), factId(fact), committee.zone);

test('of a speech: who, what about, from and to, how long, what was answered', () => {
  expect(told(`speech.${requests.follow}`)).toEqual({
    what: '追问',
    place: 'hall',
    rows: [
      { label: '发言人', value: '李委员（工商联界）' },
      { label: '题目', value: '驻点经费由谁承担？' },
      { label: '环节', value: '自由发言' },
      { label: '起止', value: '2022年5月26日 15:41—15:42' },
      { label: '用时', value: '1分52秒（时限2分0秒）' },
      { label: '请部门回应', value: '市商务局丁' },
      { label: '市商务局丁答复', value: '采纳：列入年度预算，县区配套' },
    ],
  });
});

test('R9: of a vote: text, rule, base and who voted how', () => {
  const rows = Object.fromEntries((told('vote.m9.1')?.rows ?? []).map(({ label, value }) => [label, value]));
  expect(rows).toMatchObject({
    建议: '第9条（第1稿）',
    规则: '应到委员过半数，至少17票赞成（基数32人）',
    赞成: '16票',
    反对: '5票：委员17、委员18、委员19、委员20、委员21',
    结果: '未达到应到委员过半数，未获通过',
  });
});

test('of who came: the figures, those on leave, and the chair', () => {
  const rows = Object.fromEntries((told('roll')?.rows ?? []).map(({ label, value }) => [label, value]));
  expect(rows).toMatchObject({ 应到: '32人', 实到: '28人，其中线上11人', 请假: '3人：委员29、委员30、委员31', 主持: '市政协副主席甲' });
});

test('of every fact there is, and of none that never was', () => {
  fc.assert(
    fc.property(anyHeld, (meeting) => {
      for (const { fact } of factsOf(meeting)) expect(particularsOf(meeting, fact, committee.zone)?.rows.length).toBeGreaterThan(0);
    }),
    { numRuns: 30 },
  );
  for (const fact of ['', 'speech.none', 'vote.m9.2', 'vote.__proto__.1', 'stage.briefing.9']) expect(told(fact)).toBeNull();
  expect(particularsOf(initial, factId('roll'), committee.zone)).toBeNull();
});
