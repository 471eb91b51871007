// Knows how the chair goes to another moderator of the roll.
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { common } from '../../words/zh/common.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { affiliation, fullName } from '../shared/people.ts';
import { useAct } from './act.tsx';

export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { roll, presiding } = useMeeting();
  const { act, busy } = useAct();
  const others = roll.attendees.filter(({ role, person }) => role === 'moderator' && person !== presiding);
  const [to, setTo] = useState<string>(others[0]?.person ?? '');
  const chosen = others.find(({ person }) => person === to);
  const submit = async () => {
    if (chosen && (await act({ type: 'HandOverChair', to: chosen.person }))) onClose();
  };
  return (
    <Dialog
      open
      title={words.handOver}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} unavailable={chosen ? undefined : words.noOtherModerator} onClick={() => void submit()}>
            {words.handOver}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.handOverWill}</p>
        {others.length === 0 ? (
          <p className="muted">{words.noOtherModerator}</p>
        ) : (
          <SelectField label={words.handOverTo} value={to} onText={setTo}>
            {others.map((one) => (
              <option key={one.person} value={one.person}>
                {[fullName(one), affiliation(one)].filter(Boolean).join(' · ')}
              </option>
            ))}
          </SelectField>
        )}
      </div>
    </Dialog>
  );
}
