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

/** Absent where the meeting would not take it: for who sits in the office, and once the meeting is over. */
export function AsideButton({ person, ...button }: AsideButtonProps) {
  const { roll } = useMeeting();
  const { may } = useSend();
  const [open, setOpen] = useState(false);
  // Only asked with: whether it may be sent does not depend on the words.
  if (may({ type: 'SendAside', asideId: asideId('any'), to: person, digest: '' }) !== null) return null;
  return (
    <>
      <Button {...button} aria-label={words.actFor(calledOf(roll, person))} onClick={() => setOpen(true)}>
        {words.act}
      </Button>
      {open && <AsideDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}
