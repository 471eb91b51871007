// Knows how whoever writes decides on a suggestion: the record first, then the change in the text; where the passage reads otherwise, they see it.
import type { Found, Suggestion } from '@xieshang/minutes';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { common } from '../../../words/zh/common.ts';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import type { OpenText } from '../panel.ts';
import { applyOver, applySuggestion } from './accepting.ts';
import look from './Remarks.module.css';
import { ThreeTexts } from './SuggestedChange.tsx';
import { usePut } from './use-remarks.ts';

interface DecideProps {
  readonly suggestion: Suggestion;
  readonly found: Found | undefined;
  readonly open: OpenText;
}

export function Decide({ suggestion, found, open }: DecideProps) {
  const [asking, setAsking] = useState<'nothing' | 'decline' | 'collision'>('nothing');
  const { put, busy } = usePut();
  const { say, warn } = useNotices();
  if (suggestion.standing.phase === 'accepted') return <Apply suggestion={suggestion} found={found} open={open} />;
  if (suggestion.standing.phase !== 'open' || !found) return null;
  const accept = async () => {
    if (found.kind !== 'asQuoted') return setAsking('collision');
    if (!open.editor.isEditable) return warn(words.readOnly);
    // Taken by one person only: the server says which.
    if (!(await put({ type: 'accept', remark: suggestion.id }))) return;
    if (await applySuggestion(open, suggestion)) say(words.accepted);
    else warn(words.acceptedThenChanged);
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking('decline')}>
        {words.decline}
      </Button>
      <Button size="small" busy={busy} onClick={() => void accept()}>
        {words.accept}
      </Button>
      {asking === 'decline' && <Decline suggestion={suggestion} onClose={() => setAsking('nothing')} />}
      {asking === 'collision' && found.kind !== 'asQuoted' && (
        <Collision suggestion={suggestion} found={found} open={open} onClose={() => setAsking('nothing')} />
      )}
    </>
  );
}

/** The record says accepted and the text still reads as before: the page went away between the two. */
function Apply({ suggestion, found, open }: DecideProps) {
  const { say, warn } = useNotices();
  const { anchor, replacement } = suggestion;
  const untouched = found?.kind === 'asQuoted' && !found.moved && anchor.quote !== '' && !replacement.includes(anchor.quote);
  if (!untouched) return null;
  const apply = async () => {
    if (await applySuggestion(open, suggestion)) say(words.applied);
    else warn(words.readOnly);
  };
  return (
    <>
      <span className="small muted">{words.notApplied}</span>
      <Button size="small" onClick={() => void apply()}>
        {words.apply}
      </Button>
    </>
  );
}

function Decline({ suggestion, onClose }: { readonly suggestion: Suggestion; readonly onClose: () => void }) {
  const { put, busy } = usePut();
  const decline = async (reason: string) => {
    if (await put({ type: 'decline', remark: suggestion.id, reason })) onClose();
  };
  return (
    <ReasonDialog
      title={words.declineTitle}
      will={words.declineWill}
      label={words.declineReason}
      needed={words.reasonNeeded}
      usual={words.usualDeclines}
      act={words.decline}
      {...{ busy, onClose }}
      onReason={(reason) => void decline(reason)}
    />
  );
}

interface CollisionProps extends Omit<DecideProps, 'found'> {
  readonly found: Exclude<Found, { kind: 'asQuoted' }>;
  readonly onClose: () => void;
}

function Collision({ suggestion, found, open, onClose }: CollisionProps) {
  const { put, busy } = usePut();
  const { say, warn } = useNotices();
  const byHand = async () => {
    if (await put({ type: 'accept', remark: suggestion.id })) onClose();
  };
  const replace = async (now: string) => {
    if (!open.editor.isEditable) return warn(words.readOnly);
    if (!(await put({ type: 'accept', remark: suggestion.id }))) return;
    if (await applyOver(open, suggestion, now)) say(words.accepted);
    else warn(words.acceptedThenChanged);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={words.collision}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button busy={busy} onClick={() => void byHand()}>
            {words.byHand}
          </Button>
          {found.kind === 'changed' && (
            <Button kind="primary" busy={busy} onClick={() => void replace(found.now)}>
              {words.replaceNow}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <p>{found.kind === 'gone' ? words.collisionGone : words.collisionWill}</p>
        <div className={look['wide']}>
          <ThreeTexts anchor={suggestion.anchor} replacement={suggestion.replacement} found={found} />
        </div>
      </div>
    </Dialog>
  );
}
