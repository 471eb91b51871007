// Knows how one line of the roll is corrected; the account stays whose it is.
import { useState, type FormEvent } from 'react';
import type { Attendee, Role } from '@xieshang/meeting';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { accountsWords } from '../../words/zh/accounts.ts';
import { rollWords as words } from '../../words/zh/prepare.ts';
import { roleWords } from '../../words/zh/roles.ts';
import look from '../../accounts/accounts.module.css';
import { useDraft } from '../use-draft.ts';
import { fieldLimits, readWeight } from './roll-rows.ts';

const roles = ['member', 'departmentRep', 'moderator', 'secretary', 'observer'] as const satisfies readonly Role[];

export function AttendeeForm({ attendee, onClose }: { readonly attendee: Attendee; readonly onClose: () => void }) {
  const { plan, change } = useDraft();
  const { name, role, sector = '', unit = '', title = '', seat = '' } = attendee;
  const [votes, setVotes] = useState(String(attendee.weight ?? 1));
  const weight = readWeight(votes);
  const [typed, setTyped] = useState({ name, sector, unit, title, seat });
  const [chosen, setChosen] = useState<Role>(role);
  const [away, setAway] = useState(plan.onLeave.includes(attendee.person));
  const line = (key: keyof typeof typed) => ({
    value: typed[key],
    onText: (text: string) => setTyped({ ...typed, [key]: text }),
    maxLength: fieldLimits[key],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!typed.name.trim() || weight === null) return;
    const given = Object.fromEntries(Object.entries(typed).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : [])));
    const next: Attendee = { person: attendee.person, role: chosen, name: typed.name.trim(), ...given, ...(weight !== 1 && { weight }) };
    change((old) => ({
      ...old,
      attendees: old.attendees.map((one) => (one.person === next.person ? next : one)),
      onLeave: [...old.onLeave.filter((one) => one !== next.person), ...(away ? [next.person] : [])],
    }));
    onClose();
  };
  return (
    <Dialog open title={words.editTitle(name)} onClose={onClose}>
      <form className={look['form']} onSubmit={submit} noValidate>
        <TextField label={words.columns.name} {...line('name')} error={typed.name.trim() ? undefined : accountsWords.needName} />
        <SelectField label={words.columns.role} value={chosen} onText={(text) => setChosen(text as Role)}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {roleWords[one]}
            </option>
          ))}
        </SelectField>
        <TextField label={words.columns.sector} {...line('sector')} />
        <TextField label={words.columns.unit} {...line('unit')} />
        <TextField label={words.columns.title} {...line('title')} />
        <TextField label={words.columns.seat} {...line('seat')} />
        {(plan.rules.weights === 'weighted' || attendee.weight !== undefined) && chosen === 'member' && (
          <TextField
            label={words.columns.weight}
            hint={plan.rules.weights === 'weighted' ? undefined : words.weightHint}
            inputMode="numeric"
            value={votes}
            onText={setVotes}
            error={weight === null ? words.weightProblem : undefined}
          />
        )}
        <label className="row">
          <input type="checkbox" checked={away} onChange={(event) => setAway(event.target.checked)} style={{ width: 24, height: 24 }} />
          <span>{words.onLeave}</span>
          <span className="small muted">{words.onLeaveHint}</span>
        </label>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button kind="primary" type="submit">
            {words.done}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
