// Knows how the hall says that the next step is in another place of the room, and leads there; not what is done there.
import { createContext, useContext } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { officeWords as words } from '../../words/zh/office.ts';
import { roomWords } from '../../words/zh/room.ts';
import { motionsAt, paperAt } from '../shared/scene.ts';
import type { NextStep } from './next-step.ts';
import look from './NextSpeaker.module.css';

type Elsewhere = Extract<NextStep, { what: string }>;

/** Opens another place of the room. */
export const OpenPlace = createContext<(place: 'vote' | 'elections') => void>(() => undefined);

export function ElsewhereCard({ next: { step, what } }: { readonly next: Elsewhere }) {
  const open = useContext(OpenPlace);
  const meeting = useMeeting();
  const papers = (what === 'running' ? (['voting', 'objection', 'sealed'] as const) : (['closed'] as const))
    .flatMap((phase) => motionsAt(meeting, phase))
    .map(paperAt);
  return (
    <Card tone="next" className={look['card']} aria-label={words.nextStep}>
      <div className={look['who']}>
        <p className="small muted">{words.nextStep}</p>
        <p className={look['name']}>
          <strong>{words.elsewhere[step][what]}</strong>
          {step === 'vote' && what !== 'toPut' && <span className="muted">{roomWords.papers(papers)}</span>}
        </p>
      </div>
      <div className={look['act']}>
        <Button kind="primary" className={look['call'] ?? ''} onClick={() => open(step === 'vote' ? 'vote' : 'elections')}>
          {words.goTo[step]}
        </Button>
      </div>
    </Card>
  );
}
