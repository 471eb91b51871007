// Knows how what is owed after the meeting reads: who does what by when, what was not answered; not how it is followed up.
import { attendeeOf } from '@xieshang/meeting';
import { factId } from '../fact-id.ts';
import { openQuestionsOf, passedOf, unitOf, type OpenQuestion, type Outcome } from '../figures.ts';
import type { Held } from '../sources.ts';
import { dayText } from '../time.ts';
import { date, figure, joined, name, sentenceText, unit, type Part, type Passage, type Sentence } from './passage.ts';
import { asked } from './responses.ts';

export function requirementPassages(meeting: Held): readonly Passage[] {
  const section = 'requirements';
  const tasks = taskSentences(passedOf(meeting));
  const questions = toldOnce(
    openQuestionsOf(meeting)
      .filter(({ answer }) => answer === null)
      .map((one) => questionSentence(meeting, one)),
  );
  return [
    ...(tasks.length === 0 ? [] : [{ id: 'requirements.tasks', section, sentences: tasks } as const]),
    ...(questions.length === 0 ? [] : [{ id: 'requirements.questions', section, sentences: questions } as const]),
  ];
}

/** Two speeches without a topic are owed one answer in the same words. */
const toldOnce = (sentences: readonly Sentence[]): readonly Sentence[] =>
  [...new Map(sentences.toReversed().map((one) => [sentenceText(one), one])).values()].toReversed();

/** 会议要求，有关部门对通过的建议明确责任人和完成时限：第1条由……主办、……会办，2022年9月30日前完成；…… */
function taskSentences(passed: readonly Outcome[]): readonly Sentence[] {
  const owned = passed.filter(({ recommendation }) => recommendation !== undefined && recommendation.leadUnit.trim() !== '');
  return owned.map((one, place) => ({
    parts: [
      place === 0 ? '会议要求，有关部门对通过的建议明确责任人和完成时限：第' : '第',
      figure('条次', one.number),
      '条',
      ...task(one),
      place === owned.length - 1 ? '。' : '；',
    ],
    sources: [factId(`vote.${one.motionId}.${one.last?.round ?? 1}`)],
    record: '建议稿',
  }));
}

function task({ number, recommendation }: Outcome): readonly Part[] {
  const { leadUnit = '', coUnits = [], dueDate = null } = recommendation ?? {};
  const with_: readonly Part[] =
    coUnits.length === 0
      ? []
      : [
          '、',
          ...joined(
            coUnits.map((one) => [unit(`第${number}条会办单位`, one)]),
            '、',
          ),
          '会办',
        ];
  const when: readonly Part[] = dueDate === null ? [] : ['，', date(`第${number}条完成时限`, dayText(dueDate)), '前完成'];
  return ['由', unit(`第${number}条主办单位`, leadUnit), '主办', ...with_, ...when];
}

/** 李委员提出的“……”会上未及答复，由市商务局会后答复。 */
function questionSentence(meeting: Held, { speech, department }: OpenQuestion): Sentence {
  const who = name('提问人', attendeeOf(meeting.roll, speech.person)?.name ?? '原参会人员');
  return {
    parts: [who, ...asked(speech), '会上未及答复，由', unit('答复单位', unitOf(meeting, department)), '会后答复。'],
    sources: [factId(`speech.${speech.requestId}`)],
    record: '发言记录',
  };
}
