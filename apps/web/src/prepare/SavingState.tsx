// Knows how the state of saving is said truthfully; not how saving is done.
import { Button } from '../ui/Button.tsx';
import { clockTime } from '../words/time.ts';
import { prepareWords } from '../words/zh/prepare.ts';
import type { Saving } from './draft-keeper.ts';
import look from './Prepare.module.css';
import type { Section } from './sections.ts';
import { useDraft } from './use-draft.ts';

const words = prepareWords.saving;

function sentence(saving: Saving): string {
  switch (saving.state) {
    case 'saved':
      return words.saved(clockTime(saving.at));
    case 'typed':
      return words.typed;
    case 'saving':
      return words.saving;
    case 'incomplete':
      return words.incomplete(prepareWords.sections[saving.section]);
    case 'failed':
      return `${words.failed}：${saving.message}`;
    case 'conflict':
      return prepareWords.conflict.title;
  }
}

export function SavingState({ onGo }: { readonly onGo: (section: Section) => void }) {
  const { saving, keeper } = useDraft();
  return (
    <span className="row grow" style={{ justifyContent: 'flex-end' }}>
      <span role="status" className={look['saving']} data-state={saving.state}>
        {saving.state === 'saved' && <span aria-hidden="true">●</span>}
        {sentence(saving)}
      </span>
      {saving.state === 'failed' && (
        <Button size="small" onClick={() => void keeper.flush()}>
          {words.retry}
        </Button>
      )}
      {saving.state === 'incomplete' && (
        <Button size="small" kind="quiet" onClick={() => onGo(saving.section)}>
          {prepareWords.sections[saving.section]}
        </Button>
      )}
    </span>
  );
}
