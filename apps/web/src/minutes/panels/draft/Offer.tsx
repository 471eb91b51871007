// Knows the offer to write the draft once the meeting is over; not where the draft comes from.
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { draftWords as words } from '../../../words/zh/minutes-draft.ts';
import type { OpenText } from '../panel.ts';
import { useDraft } from './use-draft.ts';

interface OfferProps {
  readonly open: OpenText | null;
  readonly editable: boolean;
  readonly onSee: () => void;
}

export default function DraftOffer({ open, editable, onSee }: OfferProps) {
  const { phase } = useMeeting();
  const { role } = useViewer();
  const { standings, toWrite, busy, write } = useDraft(open);
  const untouched = standings.length > 1 && standings.slice(1).every(({ state }) => state === 'absent');
  if (!editable || role !== 'secretary' || phase !== 'concluded' || !untouched) return null;
  return (
    <Card tone="next" className="stack">
      <p>{words.offer}</p>
      <div className="row">
        <Button kind="primary" busy={busy} onClick={() => write(toWrite)}>
          {words.generate}
        </Button>
        <Button kind="quiet" onClick={onSee}>
          {words.offerSee}
        </Button>
      </div>
    </Card>
  );
}
