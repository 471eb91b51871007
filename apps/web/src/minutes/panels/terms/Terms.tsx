// Knows the panel of terms that are put into the text with one click, and how the committee keeps its own; not which there are.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { phrasesQuery } from '../../../http/queries.ts';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { phraseWords as words } from '../../../words/zh/minutes-phrases.ts';
import { put, wordsInto } from '../../editor/insert.ts';
import type { PanelProps } from '../panel.ts';
import { AddTerm } from './AddTerm.tsx';
import { findTerms, termGroups, type Term, type TermGroup } from './groups.ts';
import look from './Terms.module.css';

/** A roll may have hundreds: a group is shown so far until it is asked for. */
const shownAtFirst = 24;

export default function Terms({ open, editable }: PanelProps) {
  const { roll } = useMeeting();
  const { role } = useViewer();
  const queries = useQueryClient();
  const ask = useConfirm();
  const { say, warn } = useNotices();
  const { data, error, refetch } = useQuery(phrasesQuery);
  const [typed, setTyped] = useState('');
  const [managing, setManaging] = useState(false);
  const [adding, setAdding] = useState(false);
  // The order is that of the moment: buttons do not move away under the hand.
  const groups = useMemo(() => {
    const text = open ? open.editor.state.doc.textBetween(0, open.editor.state.doc.content.size, '\n', ' ') : '';
    return data ? termGroups(data.own, data.usual, roll, text) : [];
  }, [data, roll, open]);
  if (error && !data) return <ErrorPanel onRetry={() => void refetch()}>{messageOf(error)}</ErrorPanel>;
  if (!data) return <Loading />;

  const insert = ({ text, id }: Term): void => {
    if (!open || !editable) return say(words.mayNotWrite);
    if (open.desk.gate.closed || !put(open.editor.view, (state) => wordsInto(state, text))) return say(words.composing);
    // Only for the order in which terms are offered.
    if (id !== null) void api.usePhrase(id).catch(() => undefined);
    return undefined;
  };
  const remove = async ({ text, id }: Term): Promise<void> => {
    if (id === null || !(await ask({ title: words.removeTitle(text), will: words.removeWill, act: words.removeAct }))) return;
    try {
      await api.removePhrase(id);
      say(words.removed);
    } catch (failure) {
      warn(messageOf(failure));
    }
    await queries.invalidateQueries({ queryKey: phrasesQuery.queryKey });
  };
  const found = findTerms(groups, typed);
  return (
    <div className="stack">
      <TextField label={words.search} hint={words.searchHint} type="search" value={typed} onText={setTyped} autoComplete="off" />
      {!editable && <p className="muted">{words.mayNotWrite}</p>}
      {found.length === 0 && <p role="status">{words.nothingFound}</p>}
      {found.map((group) => (
        <Group
          key={group.heading}
          group={group}
          whole={typed.trim() !== ''}
          managing={managing}
          onInsert={insert}
          onRemove={(term) => void remove(term)}
        />
      ))}
      {role === 'secretary' && (
        <div className="row">
          <Button size="small" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
          <Button size="small" kind="quiet" aria-pressed={managing} onClick={() => setManaging(!managing)}>
            {managing ? words.managed : words.manage}
          </Button>
        </div>
      )}
      {adding && <AddTerm headings={groups.map(({ heading }) => heading)} onClose={() => setAdding(false)} />}
    </div>
  );
}

interface GroupProps {
  readonly group: TermGroup;
  readonly whole: boolean;
  readonly managing: boolean;
  readonly onInsert: (term: Term) => void;
  readonly onRemove: (term: Term) => void;
}

function Group({ group: { heading, terms }, whole, managing, onInsert, onRemove }: GroupProps) {
  const [all, setAll] = useState(false);
  const shown = whole || all ? terms : terms.slice(0, shownAtFirst);
  return (
    <section>
      <h2 className={look['heading']}>{heading}</h2>
      <ul className={look['terms']}>
        {shown.map((term) => (
          <li key={term.text}>
            <button
              type="button"
              className={look['term']}
              aria-label={words.insert(term.text)}
              // The caret stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onInsert(term)}
            >
              {term.text}
            </button>
            {managing && term.id !== null && (
              <button type="button" className={look['remove']} aria-label={words.remove(term.text)} onClick={() => onRemove(term)}>
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < terms.length && (
        <Button size="small" kind="quiet" onClick={() => setAll(true)}>
          {words.more(terms.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
