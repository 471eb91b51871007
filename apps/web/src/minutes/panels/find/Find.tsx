// Knows the panel that finds words in the minutes and replaces them where people wrote them; not how the text is searched.
import { useQuery } from '@tanstack/react-query';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { committeeQuery } from '../../../http/queries.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { defaultZone } from '../../../words/time.ts';
import { findWords as words } from '../../../words/zh/minutes-find.ts';
import type { OpenText, PanelProps } from '../panel.ts';
import look from './Find.module.css';
import { mostAtOnce, replaceAt } from './replace.ts';
import type { Found } from './search.ts';
import { useFound } from './use-found.ts';

/** What is marked in the text is what is looked for, unless it is much. */
const longestTaken = 60;

function chosenText({ editor }: OpenText): string {
  const { selection, doc } = editor.state;
  const { $from, $to, from, to, empty } = selection;
  return empty || !$from.sameParent($to) || to - from > longestTaken ? '' : doc.textBetween(from, to);
}

function returnTo({ editor }: OpenText, place: Found | undefined): void {
  const { view } = editor;
  if (place && !view.composing) {
    const { tr } = view.state;
    view.dispatch(
      tr.setSelection(
        place.kind === 'fact' ? NodeSelection.create(tr.doc, place.from) : TextSelection.create(tr.doc, place.from, place.to),
      ),
    );
  }
  view.focus();
}

export default function Find({ open, editable, called }: PanelProps) {
  const meeting = useMeeting();
  const { data: committee } = useQuery(committeeQuery);
  const { say } = useNotices();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const [loosely, setLoosely] = useState(true);
  const [replacement, setReplacement] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { found, now, step, lookFrom, fresh } = useFound(open, { text: wanted, loosely }, meeting, committee?.zone ?? defaultZone);
  const facts = found.filter(({ kind }) => kind === 'fact').length;
  const texts = found.length - facts;
  const here = found[now];

  const shown = useRef(open);
  useEffect(() => {
    shown.current = open;
  });
  useEffect(() => {
    if (called === 0) return;
    const marked = shown.current ? chosenText(shown.current) : '';
    if (marked !== '') {
      setText(marked);
      setWanted(marked);
    }
    input.current?.focus();
    input.current?.select();
  }, [called]);

  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && open) returnTo(open, here);
    else return;
    event.preventDefault();
  };

  const replaceOne = (): void => {
    if (!open || !here) return;
    if (open.desk.gate.closed) return say(words.composing);
    const still = fresh().find(({ kind, from, to }) => kind === here.kind && from === here.from && to === here.to);
    if (still) replaceAt(open.editor, [still], replacement);
    lookFrom(here.from + (still ? replacement.length : 0));
    return undefined;
  };
  const replaceEach = (): void => {
    if (!open) return;
    if (open.desk.gate.closed) return say(words.composing);
    const all = fresh().filter(({ kind }) => kind === 'text');
    const done = replaceAt(open.editor, all, replacement);
    lookFrom(0);
    if (all.length > done && done === mostAtOnce) return say(words.replacedSome(done, all.length - done));
    return say(words.replaced(done));
  };
  return (
    <div className={look['panel']}>
      <Field label={words.find} hint={words.findHint}>
        {(wired) => (
          <input
            {...wired}
            ref={input}
            type="search"
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.target.value);
              // Letters of a word that is not chosen yet are nothing to look for.
              if (!(event.nativeEvent as InputEvent).isComposing) setWanted(event.target.value);
            }}
            onCompositionEnd={(event) => setWanted(event.currentTarget.value)}
            onKeyDown={keys}
          />
        )}
      </Field>
      <label className={look['check']}>
        <input type="checkbox" checked={loosely} onChange={(event) => setLoosely(event.target.checked)} />
        {words.loosely}
      </label>
      <p role="status" className={`${look['count']} num`}>
        {!open ? words.notOpen : wanted === '' ? '' : found.length === 0 ? words.none : words.count(now + 1, found.length, facts)}
      </p>
      <div className={look['acts']}>
        <Button size="small" unavailable={found.length === 0 ? words.none : undefined} onClick={() => step(-1)}>
          {words.previous}
        </Button>
        <Button size="small" unavailable={found.length === 0 ? words.none : undefined} onClick={() => step(1)}>
          {words.next}
        </Button>
      </div>
      {editable && (
        <>
          <Field label={words.replacement} hint={words.replacementHint}>
            {(wired) => (
              <input
                {...wired}
                value={replacement}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setReplacement(event.target.value)}
                onKeyDown={(event) => event.key === 'Escape' && open && returnTo(open, here)}
              />
            )}
          </Field>
          <div className={look['acts']}>
            <Button size="small" unavailable={!here ? words.none : here.kind === 'fact' ? words.isFact : undefined} onClick={replaceOne}>
              {words.replace}
            </Button>
            <Button size="small" unavailable={texts > 0 ? undefined : facts > 0 ? words.onlyFacts : words.none} onClick={replaceEach}>
              {words.replaceAll}
            </Button>
          </div>
        </>
      )}
      {here?.kind === 'fact' && <p className="small muted">{words.isFact}</p>}
    </div>
  );
}
