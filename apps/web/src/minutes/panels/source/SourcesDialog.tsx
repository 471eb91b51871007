// Knows the records a sentence is made of in front of the page; not the sentence.
import type { FactId } from '@xieshang/minutes';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { sourceWords as words } from '../../../words/zh/minutes-draft.ts';
import { RecordOf } from './RecordOf.tsx';
import look from './Source.module.css';

export function SourcesDialog({ facts, onClose }: { readonly facts: readonly FactId[]; readonly onClose: () => void }) {
  return (
    <Dialog open wide title={words.sources(facts.length)} onClose={onClose} acts={<Button onClick={onClose}>{words.close}</Button>}>
      <div className={look['list']}>
        {facts.map((fact) => (
          <RecordOf key={fact} fact={fact} />
        ))}
      </div>
    </Dialog>
  );
}
