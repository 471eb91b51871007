// Knows how an officer enters the choice of a member whose device has failed, with the reason; the member's own press stands before it.
import { attendeeOf, choices, type Choice, type Command, type PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { roomWords } from '../../../words/zh/room.ts';
import type { KeyVoting } from '../../shared/votings.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct } from '../act.tsx';
import choicesLook from '../choices.module.css';
import { PersonPicker } from '../PersonPicker.tsx';

interface EnterForDeviceProps {
  readonly motions: readonly KeyVoting[];
  /** Who has not pressed. */
  readonly people: readonly PersonId[];
  readonly onClose: () => void;
}

export function EnterForDevice({ motions, people, onClose }: EnterForDeviceProps) {
  const { roll } = useMeeting();
  const { act, busy } = useAct();
  const [person, setPerson] = useState<PersonId | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const entered = Object.keys(chosen).length > 0;
  const submit = async () => {
    setTried(true);
    if (!person || !entered || reason.trim() === '') return;
    const bodies = motions.flatMap(({ motionId }): Command[] => {
      const choice = chosen[motionId];
      return choice ? [{ type: 'EnterVote', motionId, voter: person, choice, reason: reason.trim() }] : [];
    });
    if (await act(...bodies)) onClose();
  };
  return (
    <ActForm wide title={words.enterForTitle} act={words.enterFor} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.enterForWill}</p>
      <PersonPicker
        people={people.flatMap((one) => attendeeOf(roll, one) ?? [])}
        chosen={person}
        onChoose={setPerson}
        label={words.enterForPerson}
        error={tried && !person ? words.enterForPersonNeeded : undefined}
      />
      {motions.map(({ motionId, paper }) => (
        <div key={motionId} role="group" aria-label={`${words.enterForChoice} ${roomWords.paper(paper)}`}>
          <p className={choicesLook['label']}>{motions.length === 1 ? words.enterForChoice : roomWords.paper(paper)}</p>
          <div className="row">
            {choices.map((choice) => (
              <Button
                key={choice}
                aria-pressed={chosen[motionId] === choice}
                onClick={() => setChosen((before) => ({ ...before, [motionId]: choice }))}
              >
                {roomWords.choices[choice]}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
      <div className="row">
        {words.enterForReasons.map((one) => (
          <Button key={one} size="small" aria-pressed={reason === one} onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}
