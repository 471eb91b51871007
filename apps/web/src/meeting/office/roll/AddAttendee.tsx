// Knows how an account is put on the roll of a meeting that has been convened; accounts themselves are made elsewhere.
import { useQuery } from '@tanstack/react-query';
import { roles, type Attendee, type PersonId, type Role } from '@xieshang/meeting';
import { useState } from 'react';
import { messageOf } from '../../../http/client.ts';
import { accountsQuery } from '../../../http/queries.ts';
import type { Account } from '../../../http/shapes.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectField } from '../../../ui/Field.tsx';
import { common } from '../../../words/zh/common.ts';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { roleWords } from '../../../words/zh/roles.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct, useLit } from '../act.tsx';
import { PersonPicker } from '../PersonPicker.tsx';

export function AddAttendee() {
  const [open, setOpen] = useState(false);
  const lit = useLit({ type: 'AddAttendee', attendee: { person: '' as PersonId, name: '', role: 'observer' }, reason: '' });
  if (!lit) return null;
  return (
    <>
      <Button size="small" unavailable={lit.reason} onClick={() => setOpen(true)}>
        {words.add}
      </Button>
      {open && <Adding onClose={() => setOpen(false)} />}
    </>
  );
}

const attendeeOfAccount = ({ account, name, role, sector, unit, title }: Account): Attendee => ({
  person: account,
  name,
  role: role === 'admin' ? 'observer' : role,
  ...(sector && { sector }),
  ...(unit && { unit }),
  ...(title && { title }),
});

function Adding({ onClose }: { readonly onClose: () => void }) {
  const { roll } = useMeeting();
  const accounts = useQuery(accountsQuery);
  const { act, busy } = useAct();
  const [chosen, setChosen] = useState<Attendee | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const on = new Set(roll.attendees.map(({ person }) => person));
  // Whoever keeps the accounts takes part in no meeting.
  const people = (accounts.data ?? [])
    .filter(({ account, disabled, role }) => !disabled && role !== 'admin' && !on.has(account))
    .map(attendeeOfAccount);
  const submit = async () => {
    setTried(true);
    if (chosen && reason.trim() !== '' && (await act({ type: 'AddAttendee', attendee: chosen, reason: reason.trim() }))) onClose();
  };
  return (
    <ActForm wide title={words.add} act={words.addAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.addWill}</p>
      {accounts.error && <p role="alert">{messageOf(accounts.error)}</p>}
      {accounts.isPending ? (
        <p className="muted">{common.loading}</p>
      ) : people.length === 0 && !accounts.error ? (
        <p className="muted">{words.noAccounts}</p>
      ) : (
        <PersonPicker
          people={people}
          chosen={chosen?.person ?? null}
          onChoose={(person) => setChosen(people.find((one) => one.person === person) ?? null)}
          label={words.addPerson}
          error={tried && !chosen ? words.addNeeded : undefined}
        />
      )}
      {chosen && (
        <SelectField
          label={words.addRole}
          value={chosen.role}
          onText={(value) => setChosen({ ...chosen, role: roles.find((one) => one === value) ?? chosen.role })}
        >
          {roles.map((role: Role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </SelectField>
      )}
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
    </ActForm>
  );
}
