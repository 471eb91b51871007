// Knows how amendments of the draft read: merged into a clause that was voted on, or voted on before it; not how the clause fared.
import { attendeeOf, type Amendment } from '@xieshang/meeting';
import { changesText } from '../amending/changes.ts';
import { amendmentOutcomesOf, mergedInto, type AmendmentOutcome } from '../amendments.ts';
import { factId } from '../fact-id.ts';
import { outcomesOf, type Outcome } from '../figures.ts';
import type { Held } from '../sources.ts';
import { judgement } from '../vote-wording.ts';
import { figure, joined, name, withFigures, word, type Part, type Passage, type Sentence } from './passage.ts';
import { tallyParts } from './vote-parts.ts';

export function amendmentPassages(meeting: Held): readonly Passage[] {
  const merged = outcomesOf(meeting).flatMap((clause) => mergedSentence(meeting, clause));
  const voted = amendmentOutcomesOf(meeting).map((one) => votedSentence(meeting, one));
  const sentences = [...merged, ...voted];
  return sentences.length === 0 ? [] : [{ id: 'recommendations.amendments', section: 'recommendations', sentences }];
}

const factOf = ({ motionId, last }: Outcome) => factId(`vote.${motionId}.${last?.round ?? 1}`);

const proposer = ({ roll }: Held, { by }: Pick<Amendment, 'by'>): Part =>
  name('修改意见提出人', attendeeOf(roll, by)?.name ?? '原参会人员');

/** 会议采纳陈委员的修改意见，在第4条中增加“明确尽职免责情形”。 Of several: 会议综合……的修改意见，对第4条作了修改。 */
function mergedSentence(meeting: Held, clause: Outcome): readonly Sentence[] {
  const merged = mergedInto(meeting, clause.motionId);
  const [only] = merged;
  if (clause.last === null || !only) return [];
  const people = joined(
    merged.map((one) => [proposer(meeting, one)]),
    '、',
  );
  const where: readonly Part[] = ['第', figure('条次', clause.number), '条'];
  // What one wished is said only where it became the text word for word.
  const exact = merged.length === 1 && only.text === clause.text ? changesText(only.original, only.text) : '';
  const parts: readonly Part[] =
    exact === ''
      ? [`会议${merged.length > 1 ? '综合' : '采纳'}`, ...people, '的修改意见，对建议稿', ...where, '作了修改。']
      : ['会议采纳', ...people, '的修改意见，对建议稿', ...where, '作了修改：', ...withFigures(exact, `第${clause.number}条修改`), '。'];
  return [{ parts, sources: [factOf(clause)], record: '修改意见' }];
}

/** 陈委员对第4条的修改意见（增加“……”），赞成24票、反对1票，达到应到委员过半数，获得通过，已写入建议稿。 */
function votedSentence(meeting: Held, one: AmendmentOutcome): Sentence {
  const { number, last, original, text, motionId } = one;
  const change = changesText(original, text);
  const amendment = Object.hasOwn(meeting.amendments, motionId) ? meeting.amendments[motionId] : undefined;
  const rule = last && last.result.form !== 'acclamation' ? ['，', word('表决规则', judgement(last.result))] : [];
  const verdict = last?.result.passed
    ? ['，', word('表决结果', '获得通过'), '，已写入建议稿。']
    : ['，', word('表决结果', '未获通过'), '，文字未作修改。'];
  return {
    parts: [
      ...(amendment ? [proposer(meeting, amendment)] : []),
      '对第',
      figure('条次', number),
      '条的修改意见',
      ...(change === '' ? [] : ['（', ...withFigures(change, `第${number}条修改`), '）']),
      '，',
      ...tallyParts(one, `第${number}条修改意见`),
      ...rule,
      ...verdict,
    ],
    sources: [factOf(one)],
    record: '表决记录',
  };
}
