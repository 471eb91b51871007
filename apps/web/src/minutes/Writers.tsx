// Knows which members may write and how the office permits or dismisses one; not what they write.
import type { PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useSend } from '../live/index.ts';
import { Act, useAct } from '../meeting/office/act.tsx';
import { ActForm } from '../ui/ActForm.tsx';
import { PersonPicker } from '../meeting/office/PersonPicker.tsx';
import { affiliationOf, nameOf } from '../meeting/shared/people.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Tag } from '../ui/Tag.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import look from './Writers.module.css';

/** Only while the meeting would take a permission. */
export function Writers() {
  const { minutes, roll } = useMeeting();
  const { may } = useSend();
  const [open, setOpen] = useState(false);
  const member = roll.attendees.find(({ role }) => role === 'member');
  if (minutes.phase !== 'drafting' || !member || may({ type: 'PermitWriter', person: member.person })) return null;
  return (
    <Card className={look['card'] ?? ''}>
      <h2>{words.writers}</h2>
      {minutes.writers.length === 0 && <p className="muted">{words.writersNone}</p>}
      <ul>
        {minutes.writers.map((person) => (
          <li key={person}>
            <span className="grow">
              {nameOf(roll, person)} <span className="small muted">{affiliationOf(roll, person)}</span>
            </span>
            <Act
              size="small"
              aria-label={words.dismissOne(nameOf(roll, person))}
              bodies={[{ type: 'DismissWriter', person }]}
              ask={{ title: `${words.dismissOne(nameOf(roll, person))}？`, will: words.dismissWill, act: words.dismiss }}
            >
              {words.dismiss}
            </Act>
          </li>
        ))}
      </ul>
      <p className="small muted">{words.writersHint}</p>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.permit}
      </Button>
      {open && <PermitDialog onClose={() => setOpen(false)} />}
    </Card>
  );
}

function PermitDialog({ onClose }: { readonly onClose: () => void }) {
  const { minutes, roll } = useMeeting();
  const { act, busy } = useAct();
  const { say } = useNotices();
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const [tried, setTried] = useState(false);
  const writers = minutes.phase === 'drafting' ? minutes.writers : [];
  const members = roll.attendees.filter(({ role }) => role === 'member');
  const permit = async () => {
    setTried(true);
    if (!chosen || busy || !(await act({ type: 'PermitWriter', person: chosen }))) return;
    say(words.permitted(nameOf(roll, chosen)));
    onClose();
  };
  return (
    <ActForm title={words.permit} act={words.permit} busy={busy} onAct={() => void permit()} onClose={onClose}>
      <p>{words.permitWill}</p>
      <PersonPicker
        label={words.permitWho}
        people={members}
        chosen={chosen}
        onChoose={setChosen}
        error={tried && !chosen ? words.choose : undefined}
        remark={({ person }) => writers.includes(person) && <Tag tone="jade">{words.alreadyWriter}</Tag>}
      />
    </ActForm>
  );
}
