// Knows results as the office sees them, before and after they are announced, and the steps that follow; not how they were counted.
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { common } from '../../../words/zh/common.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { Act, useLit } from '../act.tsx';
import { keys } from '../keys.ts';
import { itemsText, type MotionRow } from './motion-rows.ts';
import { OneResult } from './OneResult.tsx';
import { ResultLine } from './ResultLine.tsx';
import look from './vote.module.css';
import { Heading } from '../Heading.tsx';

interface ResultsProps {
  readonly rows: readonly MotionRow[];
  /** Shown by hand: back to what is going on. */
  readonly onClose?: (() => void) | undefined;
}

export function Results({ rows, onClose }: ResultsProps) {
  const { phase } = useMeeting();
  const waiting = rows.filter(({ motion }) => motion?.phase === 'closed');
  const rounds = waiting.flatMap(({ motion }) => motion?.round ?? []);
  const announce = { type: 'AnnounceResult', motionIds: waiting.map(({ motionId }) => motionId), rounds } as const;
  const announcing = useLit(announce);
  const [only] = rows;
  if (!only) return null;
  return (
    <Card tone={waiting.length > 0 && phase === 'inSession' ? 'next' : 'plain'} className="stack" aria-label={words.results}>
      <div className="spread">
        <Heading>{words.results}</Heading>
        <div className="row">
          <Tag tone={waiting.length > 0 ? 'amber' : 'jade'}>{waiting.length > 0 ? words.notPublic : words.public}</Tag>
          {onClose && (
            <Button size="small" kind="quiet" onClick={onClose}>
              {common.close}
            </Button>
          )}
        </div>
      </div>
      {rows.length === 1 ? (
        <OneResult row={only} />
      ) : (
        <ul className={look['lines']}>
          {rows.map((row) => (
            <ResultLine key={row.motionId} row={row} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && announcing && (
        <div className={look['closing']}>
          <p id="announcing-will" className="small muted grow">
            {words.announceWill(itemsText(waiting))}
          </p>
          <Act
            bodies={[announce]}
            kind="primary"
            size="large"
            shortcut={keys.announce}
            askByKey={{ title: `${words.announce}？`, will: words.announceWill(itemsText(waiting)), act: words.announce }}
            aria-describedby="announcing-will"
          >
            {words.announce}
          </Act>
        </div>
      )}
    </Card>
  );
}
