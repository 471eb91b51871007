// Knows the list of recommendations to pick from, each with its state; not what is done with the picked.
import type { MotionId } from '@xieshang/meeting';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag, type Tone } from '../../../ui/Tag.tsx';
import { amendmentWords } from '../../../words/zh/amendments.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { isClause, rowText, type MotionRow } from './motion-rows.ts';
import look from './vote.module.css';
import { Heading } from '../Heading.tsx';

interface MotionListProps {
  readonly rows: readonly MotionRow[];
  readonly chosen: readonly MotionId[];
  /** False while something is being voted on. */
  readonly pickable: boolean;
  readonly onPick: (chosen: readonly MotionId[]) => void;
  readonly shown: MotionId | null;
  readonly onShow: (motionId: MotionId) => void;
}

function stateOf({ motion, waits }: MotionRow): readonly [string, Tone] {
  const { state } = words;
  if (waits > 0) return [amendmentWords.waits(waits), 'amber'];
  switch (motion?.phase) {
    case undefined:
      return [state.none, 'grey'];
    case 'voting':
      return [state.voting, 'seal'];
    case 'sealed':
      return [state.sealed, 'amber'];
    case 'objection':
      return [state.objection, 'seal'];
    case 'objected':
      return [state.objected, 'amber'];
    case 'closed':
      return [state.closed, 'amber'];
    case 'voided':
      return [state.voided, 'grey'];
    case 'announced':
      return motion.result.passed ? [state.announcedPassed, 'jade'] : [state.announcedFailed, 'seal'];
  }
}

export function MotionList({ rows, chosen, pickable, onPick, shown, onShow }: MotionListProps) {
  const open = rows.filter((row) => row.open).map(({ motionId }) => motionId);
  const clauses = rows.filter((row) => row.open && isClause(row)).map(({ motionId }) => motionId);
  const all = clauses.length > 0 && clauses.every((id) => chosen.includes(id));
  const toggle = (id: MotionId, on: boolean) => onPick(open.filter((one) => (one === id ? on : chosen.includes(one))));
  return (
    <Card className={look['motions']} aria-label={words.list}>
      <div className="spread">
        <Heading>{words.list}</Heading>
        {pickable && clauses.length > 1 && (
          <Button size="small" kind="quiet" onClick={() => onPick(all ? [] : clauses)}>
            {all ? words.pickNone : words.pickAll}
          </Button>
        )}
      </div>
      <ol>
        {rows.map((row) => {
          const { motionId, paper } = row;
          const [state, tone] = stateOf(row);
          const picked = chosen.includes(motionId);
          const inside = (
            <>
              <span className={look['text']}>
                <b>{words.paper(paper)}</b> {rowText(row)}
              </span>
              <Tag tone={tone}>{state}</Tag>
            </>
          );
          if (row.open && pickable) {
            return (
              <li key={motionId}>
                <label className={look['motion']} data-picked={picked}>
                  <input
                    type="checkbox"
                    aria-label={isClause(row) ? words.pick(paper) : `${words.pick(paper)}：${rowText(row)}`}
                    checked={picked}
                    onChange={(event) => toggle(motionId, event.target.checked)}
                  />
                  {inside}
                </label>
              </li>
            );
          }
          const decided = row.motion !== undefined && 'result' in row.motion;
          return (
            <li key={motionId}>
              {decided ? (
                <button
                  type="button"
                  className={look['motion']}
                  aria-pressed={shown === motionId}
                  title={words.see(paper)}
                  onClick={() => onShow(motionId)}
                >
                  {inside}
                </button>
              ) : (
                <div className={look['motion']}>{inside}</div>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
