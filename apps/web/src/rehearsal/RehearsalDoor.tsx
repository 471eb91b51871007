// Knows how a rehearsal of a meeting is begun or found again, from wherever the meeting is prepared; not what happens in it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { newId } from '../http/ids.ts';
import { beginRehearsal, rehearsalsQuery, type Company } from '../http/rehearsals.ts';
import { ways } from '../meeting/room-at.ts';
import { ActForm } from '../ui/ActForm.tsx';
import { Button, buttonLook } from '../ui/Button.tsx';
import { dayAndTime } from '../words/time.ts';
import { rehearsalWords as words } from '../words/zh/rehearsal.ts';
import look from './RehearsalDoor.module.css';

/** `unavailable`: why there is nothing to rehearse yet. */
export function RehearsalDoor({ meeting, unavailable }: { readonly meeting: string; readonly unavailable?: string | undefined }) {
  const { data } = useQuery(rehearsalsQuery(meeting));
  const [asking, setAsking] = useState(false);
  const [running] = data ?? [];
  return (
    <div className={look['door']}>
      <h3>{words.name}</h3>
      <p className="small muted">{words.what}</p>
      <div className="row">
        {running && (
          <a href={ways.room(running.meeting)} className={buttonLook()}>
            {words.back(dayAndTime(running.startsAt))}
          </a>
        )}
        <Button kind={running ? 'quiet' : 'plain'} unavailable={unavailable} onClick={() => setAsking(true)}>
          {running ? words.again : words.begin}
        </Button>
      </div>
      {asking && <Begin meeting={meeting} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Begin({ meeting, onClose }: { readonly meeting: string; readonly onClose: () => void }) {
  const [company, setCompany] = useState<Company>('standIns');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const begin = async () => {
    setBusy(true);
    try {
      const made = await beginRehearsal(meeting, { meeting: `yanlian-${newId()}`.slice(0, 40), company });
      location.assign(ways.room(made.meeting));
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <ActForm title={words.beginTitle} act={words.begin} busy={busy} onAct={() => void begin()} onClose={onClose}>
      <fieldset className={look['choices']}>
        <legend>{words.company}</legend>
        {(['standIns', 'everybody'] as const).map((one) => (
          <label key={one} className={look['choice']}>
            <input type="radio" name="company" checked={company === one} onChange={() => setCompany(one)} />
            <span>
              <b>{words.companies[one].name}</b>
              <span className="small muted">{words.companies[one].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="small muted">{words.materials}</p>
      <p role="alert" className={look['problem']}>
        {problem}
      </p>
    </ActForm>
  );
}
