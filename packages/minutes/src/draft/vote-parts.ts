// Knows how the counts of one vote and what they were held against read within a sentence; not what was put.
import { factId, type FactId } from '../fact-id.ts';
import type { Outcome } from '../figures.ts';
import { mannerText, papersOf, quorumMissed } from '../vote-forms.ts';
import { judgement } from '../vote-wording.ts';
import { figure, joined, word, type Part } from './passage.ts';

export const voteFact = ({ motionId, last }: Outcome): FactId => factId(`vote.${motionId}.${last?.round ?? 1}`);

/** 以无记名投票方式表决，发出表决票28张，收回28张，赞成16票、反对5票、弃权6票、未按1票; what nobody did is left out, 赞成 never. `of`: 第9条. */
export function tallyParts({ last }: Pick<Outcome, 'last'>, of: string): readonly Part[] {
  if (!last || last.result.form === 'acclamation') return ['鼓掌通过'];
  const { result } = last;
  const { approve, oppose, abstain, notPressed } = result.tally;
  const counts = [
    ['赞成', approve],
    ['反对', oppose],
    ['弃权', abstain],
    ['未按', notPressed],
  ] as const;
  const shown = counts.filter(([key, n]) => key === '赞成' || n > 0);
  const [manner, papers] = [mannerText(result), papersOf(result)];
  return [
    ...(manner === null ? [] : [`${manner}，`]),
    ...(papers ? ['发出表决票', figure(`${of}发出`, papers.issued), '张，收回', figure(`${of}收回`, papers.returned), '张，'] : []),
    ...joined(
      shown.map(([key, n]) => [key, figure(`${of}${key}`, n), '票']),
      '、',
    ),
    ...(result.spoilt === 0 ? [] : ['（其中废票', figure(`${of}废票`, result.spoilt), '张）']),
  ];
}

/** 未达到应到委员过半数 · 开始时在场28人、结束时在场16人，未达到法定人数（17人） */
export function ruleParts({ number, last }: Outcome): readonly Part[] {
  if (!last || last.result.form === 'acclamation') return [];
  const { result } = last;
  const rule = word('表决规则', judgement(result));
  if (!quorumMissed(result)) return [rule];
  const { needed, atOpening, atClosing } = result.quorum;
  const of = `第${number}条`;
  return [
    ...['开始时在场', figure(`${of}开始时在场`, atOpening), '人、结束时在场', figure(`${of}结束时在场`, atClosing), '人，', rule],
    ...['（', figure('法定人数', needed), '人）'],
  ];
}
