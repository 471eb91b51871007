// Knows the press by which something is said to one person alone; not what is said.
import { asideId, type PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useSend } from '../../../live/index.ts';
import { Button, type ButtonProps } from '../../../ui/Button.tsx';
import { officeAsideWords as words } from '../../../words/zh/office-asides.ts';
import { AsideDialog } from './AsideDialog.tsx';
import { calledOf } from './called.ts';

interface AsideButtonProps extends Pick<ButtonProps, 'kind' | 'size'> {
  readonly person: PersonId;
}

/** The press alone, for where the dialog must outlive it. Absent where the meeting would not take it: for who sits in the office, and once the meeting is over. */
export function AsidePress({ person, onOpen, ...button }: AsideButtonProps & { readonly onOpen: () => void }) {
  const { roll } = useMeeting();
  const { may } = useSend();
  // Only asked with: whether it may be sent does not depend on the words.
  if (may({ type: 'SendAside', asideId: asideId('any'), to: person, digest: '' }) !== null) return null;
  return (
    <Button {...button} aria-label={words.actFor(calledOf(roll, person))} onClick={onOpen}>
      {words.act}
    </Button>
  );
}

export function AsideButton({ person, ...button }: AsideButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <AsidePress {...button} person={person} onOpen={() => setOpen(true)} />
      {open && <AsideDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}
