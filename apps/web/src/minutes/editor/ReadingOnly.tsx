// Knows how it is shown that this tab takes no edits, and the way back to writing; not why it reads only.
import { Button } from '../../ui/Button.tsx';
import { editorWords as words } from '../../words/zh/minutes-editor.ts';
import look from './ReadingOnly.module.css';

/** Stands in the place of the tools. */
export const ReadingOnly = ({ onWrite }: { readonly onWrite: () => void }) => (
  <div className={`${look['bar']} no-print`} role="status">
    <span className="grow">
      <b>{words.readingOnly}</b> {words.readingOnlyMeaning}
    </span>
    <Button size="small" onClick={onWrite}>
      {words.writeAgain}
    </Button>
  </div>
);
