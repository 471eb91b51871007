// Knows how the bundle that was just checked is kept as a file: the very bytes, not fetched a second time.
import { circleOf } from '@xieshang/meeting';
import { useLive, useMeeting } from '../live/index.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { useNotices } from '../ui/notices.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';

/** The browser has taken the file by then, ms. */
const takenWithinMs = 60_000;

export function KeepBundle({ bundle }: { readonly bundle: Blob }) {
  const { notice } = useMeeting();
  const { viewer } = useLive();
  const { say } = useNotices();
  const keep = () => {
    const place = URL.createObjectURL(bundle);
    const link = document.createElement('a');
    link.href = place;
    link.download = `存证-${notice.meeting}.zip`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(place), takenWithinMs);
    say(words.kept);
  };
  const isOffice = viewer === null || circleOf(viewer.role) === 'office';
  return (
    <Card aria-labelledby="keep-bundle" className="stack">
      <h2 id="keep-bundle">{words.keep}</h2>
      <p>{words.keepHint}</p>
      {!isOffice && <p className="muted">{words.keepMembersHint}</p>}
      <div>
        <Button kind="primary" onClick={keep}>
          {words.keep}
        </Button>
      </div>
    </Card>
  );
}
