// Knows the panel of patterns that are put into the text, and how the committee keeps its own; not which there are.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { phrasesQuery } from '../../../http/queries.ts';
import type { Phrase, PhraseBlock } from '../../../http/shapes.ts';
import { useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { phraseWords as words } from '../../../words/zh/minutes-phrases.ts';
import { chosenBlocks, patternInto, put } from '../../editor/insert.ts';
import type { PanelProps } from '../panel.ts';
import { KeepPattern } from './KeepPattern.tsx';
import look from './Patterns.module.css';

/** As much as one pattern may hold (docs/protocol.md §1). */
const most = { blocks: 64, letters: 2000 };

const isPattern = ({ kind }: Phrase): boolean => kind === 'pattern';

export default function Patterns({ open, editable }: PanelProps) {
  const { role } = useViewer();
  const queries = useQueryClient();
  const ask = useConfirm();
  const { say, warn } = useNotices();
  const { data, error, refetch } = useQuery(phrasesQuery);
  const [keeping, setKeeping] = useState<readonly PhraseBlock[] | null>(null);
  if (error && !data) return <ErrorPanel onRetry={() => void refetch()}>{messageOf(error)}</ErrorPanel>;
  if (!data) return <Loading />;
  const own = data.own.filter(isPattern).toSorted((one, other) => other.uses - one.uses);

  const insert = ({ id, blocks }: Phrase): void => {
    if (!open || !editable) return say(words.mayNotWrite);
    if (open.desk.gate.closed || !put(open.editor.view, (state) => patternInto(state, blocks))) return say(words.composing);
    if (own.some((phrase) => phrase.id === id)) void api.usePhrase(id).catch(() => undefined);
    return undefined;
  };
  const keep = (): void => {
    const blocks = open ? chosenBlocks(open.editor.state) : [];
    if (blocks.length === 0) return say(words.keepNothing);
    if (blocks.length > most.blocks || blocks.some(({ text }) => text.length > most.letters)) return say(words.keepTooLong);
    return setKeeping(blocks);
  };
  const remove = async ({ id, title }: Phrase): Promise<void> => {
    if (!(await ask({ title: words.removeTitle(title), will: words.removeWill, act: words.removeAct }))) return;
    try {
      await api.removePhrase(id);
      say(words.removed);
    } catch (failure) {
      warn(messageOf(failure));
    }
    await queries.invalidateQueries({ queryKey: phrasesQuery.queryKey });
  };
  return (
    <div className="stack">
      <p className="small muted">{editable ? words.patternHint : words.mayNotWrite}</p>
      <h2 className={look['heading']}>{words.ownPatterns}</h2>
      {own.length === 0 && <p className="muted">{words.noOwn}</p>}
      {own.map((phrase) => (
        <Pattern
          key={phrase.id}
          phrase={phrase}
          onInsert={insert}
          {...(role === 'secretary' && { onRemove: (one: Phrase) => void remove(one) })}
        />
      ))}
      {role === 'secretary' && (
        // What is marked in the text stays marked.
        <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={keep}>
          {words.keepChosen}
        </Button>
      )}
      <h2 className={look['heading']}>{words.usualPatterns}</h2>
      {data.usual.filter(isPattern).map((phrase) => (
        <Pattern key={phrase.id} phrase={phrase} onInsert={insert} />
      ))}
      {keeping && <KeepPattern blocks={keeping} onClose={() => setKeeping(null)} />}
    </div>
  );
}

interface PatternProps {
  readonly phrase: Phrase;
  readonly onInsert: (phrase: Phrase) => void;
  /** Absent where it cannot be removed. */
  readonly onRemove?: (phrase: Phrase) => void;
}

function Pattern({ phrase, onInsert, onRemove }: PatternProps) {
  const [whole, setWhole] = useState(false);
  const { title, heading, blocks } = phrase;
  return (
    <article className={look['pattern']}>
      <h3>
        {title} <span className="small muted">{heading}</span>
      </h3>
      <div className={whole ? look['text'] : `${look['text']} ${look['folded']}`}>
        {blocks.map(({ level, text }, index) => (
          <p key={index} data-level={level}>
            {text}
          </p>
        ))}
      </div>
      <div className="row">
        <Button
          size="small"
          aria-label={words.insert(title)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onInsert(phrase)}
        >
          {words.patternInsert}
        </Button>
        <Button size="small" kind="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? words.patternHide : words.patternShow}
        </Button>
        {onRemove && (
          <Button size="small" kind="quiet" aria-label={words.remove(title)} onClick={() => onRemove(phrase)}>
            {words.removeAct}
          </Button>
        )}
      </div>
    </article>
  );
}
