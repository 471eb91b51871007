// Knows how a clash of two secretaries is put to the one here; overwrites nothing by itself.
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { clockTimeWithSeconds } from '../words/time.ts';
import { prepareWords } from '../words/zh/prepare.ts';
import { useDraft } from './use-draft.ts';

const words = prepareWords.conflict;

export function Conflict() {
  const { saving, keeper } = useDraft();
  if (saving.state !== 'conflict') return null;
  const { savedBy, savedAt } = saving.theirs;
  return (
    <Dialog
      open
      title={words.title}
      // Closing is no choice: the question stays until it is answered.
      onClose={() => undefined}
      acts={
        <>
          <Button onClick={() => void keeper.keepMine()}>{words.mine}</Button>
          <Button kind="primary" onClick={keeper.takeTheirs}>
            {words.theirs}
          </Button>
        </>
      }
    >
      <p>{words.text(savedBy, clockTimeWithSeconds(savedAt))}</p>
    </Dialog>
  );
}
