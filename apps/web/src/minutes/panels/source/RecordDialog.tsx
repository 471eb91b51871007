// Knows the record of a fact in front of the page; not what it is.
import type { FactId } from '@xieshang/minutes';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { sourceWords as words } from '../../../words/zh/minutes-draft.ts';
import { RecordOf } from './RecordOf.tsx';

export function RecordDialog({ fact, onClose }: { readonly fact: FactId; readonly onClose: () => void }) {
  return (
    <Dialog open title={words.fact} onClose={onClose} acts={<Button onClick={onClose}>{words.close}</Button>}>
      <RecordOf fact={fact} />
    </Dialog>
  );
}
