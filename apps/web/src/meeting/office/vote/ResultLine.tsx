// Knows one result among several, in a line, with its own announcement.
import { useMeeting } from '../../../live/index.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { Act } from '../act.tsx';
import { resultOf, type MotionRow } from './motion-rows.ts';
import { figuresText } from '../../shared/verdict.ts';

export function ResultLine({ row }: { readonly row: MotionRow }) {
  const { motion, number, motionId, paper } = row;
  const declared = (useMeeting().reservations[motionId] ?? []).filter(({ round }) => round === motion?.round).length;
  const result = resultOf(motion);
  if (!result) return null;
  return (
    <li>
      <b>{words.paper(paper)}</b>
      <Tag tone={result.passed ? 'jade' : 'seal'}>{result.passed ? words.passed : words.failed}</Tag>
      {declared > 0 && <Tag tone="amber">{`${countingWords.reservations} ${declared}`}</Tag>}
      <span className="grow num">{figuresText(result)}</span>
      {motion?.phase === 'closed' && (
        <Act bodies={[{ type: 'AnnounceResult', motionIds: [motionId], rounds: [motion.round] }]} size="small" kind="quiet">
          {words.announceOne(number)}
        </Act>
      )}
    </li>
  );
}
