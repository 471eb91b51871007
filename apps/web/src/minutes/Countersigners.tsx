// Knows who was named to countersign and where each stands, and how the office names and excuses; not the course to the issue.
import { isCountersigner, type Countersigner, type PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useSend } from '../live/index.ts';
import { useAct } from '../meeting/office/act.tsx';
import { ActForm } from '../ui/ActForm.tsx';
import { ReasonAct } from '../meeting/office/ReasonAct.tsx';
import { nameOf } from '../meeting/shared/people.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { calendarDay, clockTime } from '../words/time.ts';
import { signingWords as words } from '../words/zh/signing.ts';
import choices from './Countersigners.module.css';
import { signatoryName } from './signatory.ts';
import look from './Writers.module.css';

const tones: Readonly<Record<Countersigner['phase'], Tone>> = { named: 'amber', signed: 'jade', excused: 'grey', released: 'grey' };

/** While the minutes are countersigned; afterwards only where somebody was named. */
export function Countersigners() {
  const { minutes, countersigners } = useMeeting();
  const { may } = useSend();
  const [open, setOpen] = useState(false);
  const persons = Object.keys(countersigners) as PersonId[];
  const named = persons.filter((person) => isCountersigner(countersigners, person));
  const signing = minutes.phase === 'countersigning';
  if (!signing && !(minutes.phase === 'issued' && named.length > 0)) return null;
  return (
    <Card className={look['card'] ?? ''}>
      <h2>{words.countersigners}</h2>
      {named.length === 0 && <p className="muted">{words.countersignersNone}</p>}
      <ul className={choices['named']}>
        {named.map((person) => (
          <Named key={person} person={person} />
        ))}
      </ul>
      {signing && may({ type: 'NameCountersigners', persons: [] }) === null && (
        <Button size="small" onClick={() => setOpen(true)}>
          {words.name}
        </Button>
      )}
      {open && <NameDialog onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Named({ person }: { readonly person: PersonId }) {
  const { roll, countersigners } = useMeeting();
  const standing = countersigners[person];
  if (!standing) return null;
  const time = `${calendarDay(standing.at)} ${clockTime(standing.at)}`;
  return (
    <li className={choices['one']}>
      <div className="spread">
        <span className="grow">{signatoryName(roll, person)}</span>
        <Tag tone={tones[standing.phase]}>{words.countersignings[standing.phase]}</Tag>
      </div>
      <p className="small muted num">
        {standing.phase === 'signed'
          ? words.signedAt(time)
          : standing.phase === 'named'
            ? words.namedAt(nameOf(roll, standing.by), time)
            : words.excusedAt(nameOf(roll, standing.by), time, standing.reason)}
      </p>
      {standing.phase === 'named' && (
        <ReasonAct
          size="small"
          kind="quiet"
          bodies={(reason) => [{ type: 'ExcuseCountersigner', person, reason }]}
          title={`${words.excuse}：${signatoryName(roll, person)}`}
          will={words.excuseWill}
          act={words.excuse}
          usual={words.usualExcuses}
        >
          {words.excuse}
        </ReasonAct>
      )}
    </li>
  );
}

function NameDialog({ onClose }: { readonly onClose: () => void }) {
  const { minutes, roll, countersigners } = useMeeting();
  const { act, busy } = useAct();
  const { say } = useNotices();
  const signed = minutes.phase === 'countersigning' ? minutes.countersigned.map(({ by }) => by) : [];
  const free = roll.attendees.filter(
    ({ person, role }) =>
      (role === 'moderator' || role === 'departmentRep') && !signed.includes(person) && countersigners[person]?.phase !== 'named',
  );
  /** Whoever had been named before the minutes went back is proposed again. */
  const [chosen, setChosen] = useState<readonly PersonId[]>(() =>
    free.map(({ person }) => person).filter((person) => countersigners[person]?.phase === 'released'),
  );
  const [tried, setTried] = useState(false);
  const name = async () => {
    setTried(true);
    if (busy || chosen.length === 0 || !(await act({ type: 'NameCountersigners', persons: chosen }))) return;
    say(words.namedNow);
    onClose();
  };
  const group = (label: string, role: 'moderator' | 'departmentRep') => {
    const people = free.filter((one) => one.role === role);
    if (people.length === 0) return null;
    return (
      <fieldset className={choices['group']}>
        <legend>{label}</legend>
        {people.map(({ person }) => (
          <label key={person} className={choices['tick']}>
            <input
              type="checkbox"
              checked={chosen.includes(person)}
              onChange={({ target }) => setChosen(target.checked ? [...chosen, person] : chosen.filter((one) => one !== person))}
            />
            <span>{signatoryName(roll, person)}</span>
          </label>
        ))}
      </fieldset>
    );
  };
  return (
    <ActForm wide title={words.name} act={words.nameAct} busy={busy} onAct={() => void name()} onClose={onClose}>
      <p>{words.nameWill}</p>
      {free.length === 0 && <p className="muted">{words.allNamed}</p>}
      {group(words.departments, 'departmentRep')}
      {group(words.moderators, 'moderator')}
      {tried && chosen.length === 0 && (
        <p role="alert" className={choices['error']}>
          {words.nameNeeded}
        </p>
      )}
    </ActForm>
  );
}
