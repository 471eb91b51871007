// Knows how a speech is put to departments, now or after it was given; not how they answer.
import type { PersonId, RequestId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { common } from '../../words/zh/common.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { useAct } from './act.tsx';
import { DepartmentChoice } from './DepartmentChoice.tsx';

interface AddressDialogProps {
  readonly requestId: RequestId;
  readonly addressedTo: readonly PersonId[];
  readonly onClose: () => void;
}

export function AddressDialog({ requestId, addressedTo, onClose }: AddressDialogProps) {
  const { roll } = useMeeting();
  const { act, busy } = useAct();
  const [chosen, setChosen] = useState(addressedTo);
  const submit = async () => {
    if (await act({ type: 'AddressSpeech', requestId, departments: chosen })) onClose();
  };
  return (
    <Dialog
      open
      title={words.addressTitle}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {words.addressAct}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{words.addressWill}</p>
        <DepartmentChoice roll={roll} chosen={chosen} onChoose={setChosen} />
      </div>
    </Dialog>
  );
}
