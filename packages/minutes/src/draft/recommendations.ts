// Knows how the vote on the draft reads: how much passed, what the meeting recommends, what did not pass; not who answered what.
import { failedOf, hasDissent, outcomesOf, passedOf, type Outcome } from '../figures.ts';
import { chinese } from '../numbering.ts';
import type { Held } from '../sources.ts';
import { papersOf } from '../vote-forms.ts';
import { figure, withFigures, word, type Part, type Passage, type Sentence } from './passage.ts';
import { reservationSentences } from './reservations.ts';
import { ruleParts, tallyParts, voteFact } from './vote-parts.ts';

export function recommendationPassages(meeting: Held): readonly Passage[] {
  const voted = outcomesOf(meeting).filter(({ last }) => last !== null);
  if (voted.length === 0) return [];
  const passed = passedOf(meeting);
  const section = 'recommendations';
  const told = toldSentences(passed);
  const reserved = reservationSentences(meeting, voted);
  return [
    { id: 'recommendations', section, sentences: [outcomeSentence(meeting, voted), ...quorumSentences(voted), ...recommended(passed)] },
    ...(told.length === 0 ? [] : [{ id: 'recommendations.dissent', section, sentences: told } as const]),
    ...failedOf(meeting).map((one): Passage => ({
      id: `recommendations.failed.${one.motionId}`,
      section,
      sentences: [failedSentence(one)],
    })),
    ...(reserved.length === 0 ? [] : [{ id: 'recommendations.reservations', section, sentences: reserved } as const]),
  ];
}

/** 会议对建议稿9条意见建议逐条审议、逐条表决，8条获得通过。 */
function outcomeSentence(meeting: Held, voted: readonly Outcome[]): Sentence {
  const all = outcomesOf(meeting).length;
  const passed = passedOf(meeting).length;
  const wentThrough = meeting.agenda.course.some(({ stageId }) => stageId === 'deliberation') ? '逐条审议、' : '';
  const subject: readonly Part[] =
    voted.length === all
      ? ['会议对建议稿', figure('建议稿条数', all), '条意见建议']
      : ['会议对建议稿', figure('建议稿条数', all), '条意见建议中的', figure('付表决条数', voted.length), '条'];
  const verdict: readonly Part[] = passed === 0 ? ['均未获通过'] : [figure('通过条数', passed), '条获得通过'];
  return {
    parts: [...subject, `${wentThrough}逐条表决，`, ...verdict, '。'],
    sources: voted.map(voteFact),
    record: '表决记录',
  };
}

/** The first sentence of what was voted on, without its 建议. */
const firstSentence = (text: string): string =>
  text
    .trim()
    .replace(/^建议(?=[^\d\s])/, '')
    .split(/[。；\n]/)[0]
    ?.trim() ?? '';

/** 会议建议：（一）……。（二）……。 */
const recommended = (passed: readonly Outcome[]): readonly Sentence[] =>
  passed.map((one, place) => ({
    parts: [
      `${place === 0 ? '会议建议：' : ''}（${chinese(place + 1)}）`,
      ...withFigures(firstSentence(one.text), `第${one.number}条`),
      '。',
    ],
    sources: [voteFact(one)],
    record: '表决记录',
  }));

/** 各项表决开始和结束时，到会委员均不少于17人，达到法定人数。 Nothing where the record does not say, or where once too few were there. */
function quorumSentences(voted: readonly Outcome[]): readonly Sentence[] {
  const counted = voted.filter(({ last }) => last !== null && last.result.form !== 'acclamation');
  const quorums = counted.map(({ last }) => (last && last.result.form !== 'acclamation' ? last.result.quorum : null));
  const [first] = quorums;
  if (!first || !quorums.every((one) => one?.met === true && one.needed === first.needed)) return [];
  return [
    {
      parts: ['各项表决开始和结束时，到会委员均不少于', figure('法定人数', first.needed), '人，达到法定人数。'],
      sources: counted.map(voteFact),
      record: '表决记录',
    },
  ];
}

/** Those that all approved by key are not named; papers given out and returned always are. */
const isTold = (one: Outcome): boolean => hasDissent(one) || (one.last !== null && papersOf(one.last.result) !== null);

/** 通过的建议中，第4条赞成24票、反对1票、弃权2票、未按1票；…… */
function toldSentences(passed: readonly Outcome[]): readonly Sentence[] {
  const some = passed.filter(isTold);
  return some.map((one, place) => ({
    parts: [
      `${place === 0 ? '通过的建议中，' : ''}第`,
      figure('条次', one.number),
      '条',
      ...tallyParts(one, `第${one.number}条`),
      place === some.length - 1 ? '。' : '；',
    ],
    sources: [voteFact(one)],
    record: '表决记录',
  }));
}

/** 建立跨县区项目流转和利益共享机制 */
export const subjectOf = (text: string): string =>
  firstSentence(text)
    .replace(/^由[^，]{2,30}牵头，/, '')
    .split('，')[0]
    ?.trim() ?? '';

/** 关于建立……机制的建议（第9条），赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。 */
function failedSentence(one: Outcome): Sentence {
  const subject = subjectOf(one.text);
  const head: readonly Part[] =
    subject === '' ? ['建议稿第', figure('条次', one.number), '条'] : [`关于${subject}的建议（第`, figure('条次', one.number), '条）'];
  return {
    parts: [
      ...head,
      '，',
      ...tallyParts(one, `第${one.number}条`),
      '，',
      ...ruleParts(one),
      '，',
      word('表决结果', '未获通过'),
      '，转继续研究。',
    ],
    sources: [voteFact(one)],
    record: '表决记录',
  };
}
