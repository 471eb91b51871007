// Knows who watches the count and how they are named; they confirm it on their own phones.
import type { PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { nameOf } from '../../shared/people.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { useAct, useLit } from '../act.tsx';
import look from '../choices.module.css';
import { affiliation, fullName } from '../../shared/people.ts';

export function Scrutineers() {
  const { roll, scrutineers } = useMeeting();
  const [naming, setNaming] = useState(false);
  const lit = useLit({ type: 'NameScrutineers', persons: scrutineers });
  return (
    <div className="spread">
      <span className="small">
        <span className="muted">{`${words.scrutineers}　`}</span>
        {scrutineers.length === 0 ? words.noScrutineers : scrutineers.map((person) => nameOf(roll, person)).join('、')}
      </span>
      {lit && (
        <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setNaming(true)}>
          {words.nameScrutineers}
        </Button>
      )}
      {naming && <Naming onClose={() => setNaming(false)} />}
    </div>
  );
}

function Naming({ onClose }: { readonly onClose: () => void }) {
  const { roll, scrutineers } = useMeeting();
  const { act, busy } = useAct();
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set(scrutineers));
  const toggle = (person: PersonId, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(person);
    else next.delete(person);
    setChosen(next);
  };
  const submit = async () => {
    if (await act({ type: 'NameScrutineers', persons: [...chosen] })) onClose();
  };
  return (
    <ActForm wide title={words.nameScrutineers} act={words.nameScrutineersAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.nameScrutineersWill}</p>
      <div className={look['ticks']} role="group" aria-label={words.scrutineers}>
        {roll.attendees
          .filter(({ role }) => role === 'member')
          .map((attendee) => (
            <label key={attendee.person} className={look['tick']}>
              <input
                type="checkbox"
                checked={chosen.has(attendee.person)}
                onChange={(event) => toggle(attendee.person, event.target.checked)}
              />
              <span>
                {fullName(attendee)} <span className="small muted">{affiliation(attendee)}</span>
              </span>
            </label>
          ))}
      </div>
    </ActForm>
  );
}
