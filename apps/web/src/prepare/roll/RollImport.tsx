// Knows how pasted rows are looked over before they are taken over; takes nothing that is wrong.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { personId, type PersonId } from '@xieshang/meeting';
import { newId } from '../../http/ids.ts';
import { accountsQuery } from '../../http/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { common } from '../../words/zh/common.ts';
import { rollWords } from '../../words/zh/prepare.ts';
import look from '../../accounts/accounts.module.css';
import { SheetInput } from '../SheetInput.tsx';
import { useDraft } from '../use-draft.ts';
import { judgeRows, noChoices, readRoll, takeOver, type Choices, type JudgedRow } from './roll-rows.ts';
import { RollPreview } from './RollPreview.tsx';

const words = rollWords.preview;

/** Lacks nothing but an account. */
const couldBeGuest = ({ problems, typed }: JudgedRow): boolean =>
  typed.name !== '' && typed.role !== '' && problems.some(({ type }) => type === 'noAccountOfThatName' || type === 'unknownAccount');

export function RollImport({ onClose }: { readonly onClose: () => void }) {
  const { plan, change } = useDraft();
  const { say } = useNotices();
  const accounts = useQuery(accountsQuery).data ?? [];
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<Choices>(noChoices);
  const rows = judgeRows(readRoll(text), accounts, plan.attendees, choices);
  const ready = rows.filter(({ attendee }) => attendee !== null);
  // Where an account of that name could be meant, a person decides row by row.
  const strangers = rows.filter((row) => couldBeGuest(row) && row.candidates.length === 0);
  const take = () => {
    change((old) => ({ ...old, attendees: takeOver(old.attendees, rows) }));
    say(words.taken(ready.length));
    onClose();
  };
  const choose = (line: number, person: PersonId) => setChoices((old) => ({ ...old, accounts: new Map(old.accounts).set(line, person) }));
  const invite = (lines: readonly number[]) =>
    setChoices((old) => {
      const guests = new Map(old.guests);
      for (const line of lines) guests.set(line, personId(newId()));
      return { ...old, guests };
    });
  return (
    <Dialog
      open
      wide
      title={words.title}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" disabled={ready.length === 0} onClick={take}>
            {words.take(ready.length)}
          </Button>
        </>
      }
    >
      <div className={look['form']}>
        <p className="muted">{words.hint}</p>
        <SheetInput
          text={text}
          onText={(next) => {
            setText(next);
            setChoices(noChoices);
          }}
          example={words.example}
        />
        {rows.length > 0 && (
          <div className="spread">
            <strong role="status">{words.summary(ready.length, rows.length - ready.length)}</strong>
            {strangers.length > 1 && (
              <Button size="small" onClick={() => invite(strangers.map(({ line }) => line))}>
                {words.guestAll(strangers.length)}
              </Button>
            )}
          </div>
        )}
        {rows.length > 0 && <RollPreview rows={rows} couldBeGuest={couldBeGuest} onChoose={choose} onInvite={(line) => invite([line])} />}
      </div>
    </Dialog>
  );
}
