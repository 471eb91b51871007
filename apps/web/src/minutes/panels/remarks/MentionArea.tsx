// Knows how words are typed in which people are mentioned: who is offered behind an @ and how one is chosen; not what becomes of them.
import type { Attendee, PersonId } from '@xieshang/meeting';
import { mentionable, typedMention } from '@xieshang/minutes';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { findPeople } from '../../../meeting/office/find-people.ts';
import { affiliation, fullName } from '../../../meeting/shared/people.ts';
import { Field } from '../../../ui/Field.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import { roleWords } from '../../../words/zh/roles.ts';
import look from './MentionArea.module.css';

const offeredAtOnce = 8;

interface MentionAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly onMention: (person: PersonId) => void;
  /** Ctrl+Enter. */
  readonly onSubmit: () => void;
  readonly onEscape: () => void;
  readonly maxLength: number;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly rows?: number;
  /** Takes the keyboard when it appears. */
  readonly focused?: boolean;
}

export function MentionArea({
  label,
  value,
  onText,
  onMention,
  onSubmit,
  onEscape,
  maxLength,
  error,
  hint,
  rows = 3,
  focused = false,
}: MentionAreaProps) {
  const meeting = useMeeting();
  const { person: me } = useViewer();
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  /** Where the caret goes once the text is drawn. */
  const caret = useRef<number | null>(null);
  useEffect(() => {
    if (focused) area.current?.focus();
  }, [focused]);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);

  const others = mentionable(meeting).filter(({ person }) => person !== me);
  const offered = typed === null ? [] : findPeople(others, typed).slice(0, offeredAtOnce);
  const readCaret = (): void => {
    const { value: text = '', selectionStart = 0 } = area.current ?? {};
    setTyped(typedMention(text.slice(0, selectionStart)));
    setAt(0);
  };
  const choose = (one: Attendee): void => {
    const name = fullName(one);
    const end = area.current?.selectionStart ?? value.length;
    const start = end - (typed?.length ?? 0);
    caret.current = start + name.length + 1;
    onText(`${value.slice(0, start)}${name} ${value.slice(end)}`);
    onMention(one.person);
    setTyped(null);
    area.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    // A key that chooses a word of the input method chooses nobody here.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const chosen = offered[at];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSubmit();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return typed === null ? onEscape() : setTyped(null);
    }
    if (offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      return setAt((at + step + offered.length) % offered.length);
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && chosen) {
      event.preventDefault();
      choose(chosen);
    }
  };

  return (
    <div className={look['field']}>
      <Field label={label} error={error} hint={hint}>
        {(wired) => (
          <textarea
            {...wired}
            ref={area}
            value={value}
            rows={rows}
            maxLength={maxLength}
            aria-autocomplete="list"
            aria-controls={typed === null ? undefined : list}
            aria-activedescendant={offered[at] ? `${list}-${at}` : undefined}
            onChange={(event) => {
              onText(event.target.value);
              readCaret();
            }}
            onSelect={readCaret}
            onBlur={() => setTyped(null)}
            onKeyDown={press}
          />
        )}
      </Field>
      {typed !== null && (
        <ul id={list} role="listbox" aria-label={words.people} className={look['people']}>
          {offered.map((one, index) => (
            <li
              key={one.person}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              // The caret stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(one)}
            >
              <b>{fullName(one)}</b> <span className="muted small">{affiliation(one) || roleWords[one.role]}</span>
            </li>
          ))}
          {offered.length === 0 && <li className="muted small">{words.nobody}</li>}
        </ul>
      )}
    </div>
  );
}
