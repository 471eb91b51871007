// Knows how a speech is put to departments, now or after it was given; not how they answer.
import type { PersonId, RequestId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { ActForm } from '../../ui/ActForm.tsx';
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
    <ActForm title={words.addressTitle} act={words.addressAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.addressWill}</p>
      <DepartmentChoice roll={roll} chosen={chosen} onChoose={setChosen} />
    </ActForm>
  );
}
