// How each kind of speech reads: in the fact, in its particulars, in the draft. Q19, Q20, F10.
import { describe, expect, test } from 'vitest';
import { draftOf } from './draft/index.ts';
import { passageText } from './draft/passage.ts';
import { factId } from './fact-id.ts';
import { factsOf } from './facts.ts';
import { particularsOf } from './particulars.ts';
import { everyKind, said, underWay } from './testing/kinds.ts';
import { committee, heldAfter, requests } from './testing/sample.ts';
import { wordingOf } from './wording.ts';

const meeting = heldAfter(...everyKind);
const worded = (id: string) => wordingOf(meeting, factId(`speech.${id}`), committee.zone);
const detail = (id: string, label: string) =>
  particularsOf(meeting, factId(`speech.${id}`), committee.zone)?.rows.find((row) => row.label === label)?.value;

describe('the fact', () => {
  test.each([
    [
      'a speech that was interrupted: net time, not time on the wall',
      said.speech,
      '委员3（科协界）作自由发言：“=园区‘九通一平’”（16:01—16:06，用时3分40秒，超时40秒）。',
    ],
    ['a follow-up question', requests.follow, '李委员（工商联界）追问：“驻点经费由谁承担？”（15:41—15:42，用时1分52秒）。'],
    ['an interjection', said.aside, '委员5（科协界）插话：“补充一个数字”（16:03—16:03，用时30秒）。'],
    [
      'a point of order and what it is about',
      said.order,
      '李委员（工商联界）就发言时间作程序性发言：“请按时限发言”（16:03—16:03，用时20秒）。',
    ],
    ['a response', said.response, '市商务局丁作现场回应：“回应园区配套”（16:06—16:07，用时40秒）。'],
    ['a written speech, which took no time', said.written, '委员30（科协界）作书面发言：“县域招商”。'],
  ])('%s', (_name, id, line) => {
    expect(worded(id)?.lines).toEqual([line]);
  });

  test('tells where in the record it comes from', () => {
    expect([worded(said.order)?.source, worded(said.written)?.source]).toEqual(['来自发言 16:03–16:03', '来自书面发言 16:09']);
  });

  test('none before it is over', () => {
    expect(wordingOf(heldAfter(...underWay), factId(`speech.${said.order}`), committee.zone)).toBeNull();
  });

  test('there is one for each, in the order of the record', () => {
    const ids = factsOf(meeting).flatMap(({ fact }) => /^speech\.(k-.+)$/.exec(fact)?.[1] ?? []);
    expect(new Set(ids)).toEqual(new Set(Object.values(said)));
  });
});

describe('its particulars', () => {
  test('name the matter of a point of order, the whole text of a written speech, and who acted for whom', () => {
    expect(detail(said.order, '针对')).toBe('发言时间');
    expect(detail(said.written, '全文')).toBe('建议统筹县域招商。\n一是统一目录。');
    expect([detail(said.written, '代操作'), detail(said.entered, '代操作'), detail(said.speech, '代操作')]).toEqual([
      ...['由文秘书代为提交', '由文秘书代为登记', undefined],
    ]);
  });

  test('call each kind by its name', () => {
    const names = [said.speech, said.aside, said.order, said.response, said.written, requests.follow, requests.briefing];
    expect(names.map((id) => particularsOf(meeting, factId(`speech.${id}`), committee.zone)?.what)).toEqual([
      ...['自由发言', '插话', '程序性发言', '部门回应', '书面发言', '追问', '情况通报'],
    ]);
  });
});

test('Q20 the draft counts written speeches beside the spoken ones, and neither interjections nor points of order', () => {
  const course = draftOf(meeting, committee).find(({ id }) => id === 'course');
  expect(course && passageText(course)).toContain('3名委员自由发言，1人作书面发言，2个部门现场回应。');
});
