// Knows the draft recommendations with the version of their text, and how a text is revised or added.
import { textIsFrozen, type Recommendation } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { PaperText } from '../../shared/PaperText.tsx';
import { useLit } from '../act.tsx';
import { AddRecommendation } from './AddRecommendation.tsx';
import look from './papers.module.css';
import { ReviseDialog } from './ReviseDialog.tsx';
import { Heading } from '../Heading.tsx';

export function RecommendationsPlace() {
  const { recommendations } = useMeeting();
  const list = Object.values(recommendations).sort((one, other) => one.number - other.number);
  return (
    <Card className="stack" aria-label={words.recommendations}>
      <div className="spread">
        <Heading>{words.recommendations}</Heading>
        <AddRecommendation />
      </div>
      {list.length === 0 && <p className="muted">{words.recommendationsNone}</p>}
      <ol className={look['texts']}>
        {list.map((one) => (
          <Row key={one.motionId} draft={one} />
        ))}
      </ol>
    </Card>
  );
}

function Row({ draft }: { readonly draft: Recommendation }) {
  const { motions } = useMeeting();
  const [open, setOpen] = useState(false);
  const { motionId, number, text } = draft;
  const lit = useLit({ type: 'ReviseRecommendation', motionId, text, reason: '' });
  const locked = textIsFrozen(motions, motionId);
  return (
    <li>
      <div className={look['head']}>
        <b>{words.number(number)}</b>
        {locked && <Tag tone="grey">{words.locked}</Tag>}
        <span className="grow" />
        {lit && !locked && (
          <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setOpen(true)}>
            {words.revise}
          </Button>
        )}
      </div>
      <PaperText paper={draft} />
      {open && <ReviseDialog draft={draft} onClose={() => setOpen(false)} />}
    </li>
  );
}
