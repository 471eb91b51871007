// Knows how elections read in the draft: in which manner, who was elected; not how ballots were counted.
import { electedNames, electionRoundsOf, mannerOf, type ElectionRound } from '../election-wording.ts';
import { factId } from '../fact-id.ts';
import type { Held } from '../sources.ts';
import { figure, joined, name, word, type Part, type Passage, type Sentence } from './passage.ts';

export function electionPassages(meeting: Held): readonly Passage[] {
  const rounds = electionRoundsOf(meeting);
  return rounds
    .filter(({ last }) => last)
    .map((held): Passage => {
      const earlier = rounds.filter(({ electionId }) => electionId === held.electionId).length - 1;
      return { id: `course.election.${held.electionId}`, section: 'course', sentences: [sentenceOf(held, earlier)] };
    });
}

/** 会议以无记名投票方式进行选举（推选召集人），发出选票28张，收回27张，赵委员、王委员当选。 */
function sentenceOf({ electionId, result }: ElectionRound, earlier: number): Sentence {
  const { marked, blank, spoilt } = result.ballots;
  const elected = electedNames(result);
  const names: readonly Part[] = joined(
    elected.map((one) => [name('当选人', one)]),
    '、',
  );
  const outcome: readonly Part[] = elected.length > 0 ? [...names, '当选'] : ['无人当选'];
  const again: readonly Part[] = earlier > 0 ? ['，经', figure('选举轮次', result.round), '轮投票'] : [];
  return {
    parts: [
      '会议以',
      word('选举方式', mannerOf(result)),
      `方式进行选举（${result.paper.title}），发出选票`,
      figure('发出选票', result.roll),
      '张，收回',
      figure('收回选票', marked + blank + spoilt),
      '张',
      ...again,
      '，',
      ...outcome,
      '。',
    ],
    sources: [factId(`election.${electionId}.${result.round}`)],
    record: '选举记录',
  };
}
