// Knows how the answers of the departments read, by unit and by kind of answer; not what is asked of them afterwards.
import { attendeeOf, type Answer, type AnswerKind, type Speech } from '@xieshang/meeting';
import { factId } from '../fact-id.ts';
import { respondingUnits, speechesOf, standingAnswers, unitOf } from '../figures.ts';
import type { Held } from '../sources.ts';
import { dayText } from '../time.ts';
import { date, joined, name, unit, withFigures, type Part, type Passage, type Sentence } from './passage.ts';

interface Given {
  readonly speech: Speech;
  readonly answer: Answer;
}

const kinds: readonly AnswerKind[] = ['adopt', 'adoptPartially', 'explain', 'writtenReplyLater'];

/** One paragraph for all: a unit after the other, in the order they answered. */
export function responsePassages(meeting: Held): readonly Passage[] {
  const answers = standingAnswers(meeting);
  const sentences = respondingUnits(meeting).flatMap((one) => {
    const own = answers.filter(({ answer }) => unitOf(meeting, answer.department) === one);
    return own.length === 0 ? respondedOnly(meeting, one) : answeredBy(meeting, one, own);
  });
  return sentences.length === 0 ? [] : [{ id: 'responses', section: 'responses', sentences }];
}

function respondedOnly(meeting: Held, who: string): readonly Sentence[] {
  const own = speechesOf(meeting, 'departmentResponse').filter(({ person }) => unitOf(meeting, person) === who);
  const sources = own.map(({ requestId }) => factId(`speech.${requestId}`));
  return [{ parts: [unit('回应单位', who), '对委员意见建议作了现场回应。'], sources, record: '发言记录' }];
}

/** 市商务局采纳李委员、刘委员的意见建议，表示……；就吴委员的意见建议作出解释说明，……。 */
function answeredBy(meeting: Held, who: string, given: readonly Given[]): readonly Sentence[] {
  const groups = kinds
    .map((kind) => ({ kind, own: given.filter(({ answer }) => answer.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  return groups.map(({ kind, own }, place) => ({
    parts: [...(place === 0 ? [unit('回应单位', who)] : []), ...clause(meeting, kind, own), place === groups.length - 1 ? '。' : '；'],
    sources: [...new Set(own.map(({ speech }) => factId(`answers.${speech.requestId}`)))],
    record: '答复记录',
  }));
}

const openings: Readonly<Record<Exclude<AnswerKind, 'writtenReplyLater'>, readonly [before: string, after: string, said: string]>> = {
  adopt: ['采纳', '的意见建议', '，表示'],
  adoptPartially: ['部分采纳', '的意见建议', '，说明'],
  explain: ['就', '的意见建议作出解释说明', '，说明'],
};

function clause(meeting: Held, kind: AnswerKind, own: readonly Given[]): readonly Part[] {
  if (kind === 'writtenReplyLater')
    return joined(
      own.map((one) => promised(meeting, one)),
      '，',
    );
  const [before, after, said] = openings[kind];
  const people = [...new Set(own.map(({ speech }) => speech.person))];
  const names = people.map((person) => [name('被答复人', attendeeOf(meeting.roll, person)?.name ?? '原参会人员')]);
  const notes = own.map(({ answer }) => cleaned(answer.note)).filter((note) => note !== '');
  const told =
    notes.length === 0
      ? []
      : [
          said,
          ...joined(
            notes.map((note) => withFigures(note, '答复内容')),
            '，',
          ),
        ];
  return [before, ...joined(names, '、'), after, ...told];
}

/** 对黄委员提出的“……”，将于2022年6月10日前书面答复 */
function promised(meeting: Held, { speech, answer }: Given): readonly Part[] {
  const who = name('提问人', attendeeOf(meeting.roll, speech.person)?.name ?? '原参会人员');
  const when: readonly Part[] = answer.dueDate === null ? ['将会后'] : ['将于', date('书面答复时限', dayText(answer.dueDate)), '前'];
  return ['对', who, ...asked(speech), '，', ...when, '书面答复'];
}

/** 提出的“……”; quotation marks inside are single ones. */
export const asked = ({ topic }: Speech): readonly Part[] => {
  const said = topic.trim().replaceAll('“', '‘').replaceAll('”', '’');
  return said === '' ? ['提出的问题'] : ['提出的“', ...withFigures(said, '发言题目'), '”'];
};

/** A note as a clause: one sentence inside another. */
const cleaned = (note: string): string =>
  note
    .trim()
    .replace(/[。；，,;.\s]+$/, '')
    .replace(/[。；;\n]+/g, '，');
