// Knows how a vote is declared void, and put at once on paper when the keys have failed; nothing of it is counted.
import type { MotionAt } from '../../shared/scene.ts';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { ReasonAct } from '../ReasonAct.tsx';

export function VoidVote({ motions }: { readonly motions: readonly MotionAt<'voting' | 'sealed' | 'objection'>[] }) {
  const [first] = motions;
  if (!first) return null;
  const motionIds = motions.map(({ motionId }) => motionId);
  const rounds = motions.map(({ round }) => round);
  const what = roomWords.papers(motions.map(({ paper }) => paper));
  return (
    <>
      <ReasonAct
        bodies={(reason) => [{ type: 'VoidVoting', motionIds, rounds, reason }]}
        title={first.phase === 'objection' ? words.voidAcclaimTitle(what) : words.voidTitle(what)}
        will={first.phase === 'objection' ? words.voidAcclaimWill : words.voidWill}
        act={words.void}
        usual={words.voidReasons}
        size="small"
        kind="quiet"
      >
        {words.void}
      </ReasonAct>
      {first.phase !== 'objection' && first.form !== 'paper' && (
        <ReasonAct
          bodies={(reason) => [
            { type: 'VoidVoting', motionIds, rounds, reason },
            { type: 'OpenVoting', motionIds, terms: { form: 'paper' } },
          ]}
          title={words.toPaperTitle}
          will={words.toPaperWill}
          act={words.toPaper}
          usual={words.toPaperReasons}
          size="small"
          kind="quiet"
        >
          {words.toPaper}
        </ReasonAct>
      )}
    </>
  );
}
