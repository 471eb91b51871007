// Knows how a secret vote is chosen: receipt, custody of the key, change; and what it cannot keep secret. Not what is put.
import { presentMembers, voteId, type SecretTerms } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting } from '../../../../live/index.ts';
import { secretVoteWords as words } from '../../../../words/zh/secret-vote.ts';
import { ways } from '../../../room-at.ts';
import { nameOf } from '../../../shared/people.ts';
import look from '../vote.module.css';

/** As the meeting has it where its rules do not say otherwise. */
const usualLeast = 5;
const holdersNeeded = 3;

/** What is usual for persons: nobody can show how they voted, and a ballot is given once. */
export function useSecretTerms() {
  const [id] = useState(() => voteId(newId()));
  const [terms, setTerms] = useState<SecretTerms>({ form: 'secret', voteId: id, receipt: 'hash', custody: 'server', change: 'never' });
  return { terms, setTerms };
}

interface SecretTermsChoiceProps {
  readonly terms: SecretTerms;
  readonly onTerms: (terms: SecretTerms) => void;
}

export function SecretTermsChoice({ terms, onTerms }: SecretTermsChoiceProps) {
  const { roll, rules } = useMeeting();
  const voters = presentMembers(roll).length;
  const least = rules.leastBallots ?? usualLeast;
  return (
    <div className={look['terms']}>
      <Choice
        name={words.receiptLevel}
        of={words.receiptLevels}
        value={terms.receipt}
        note={words.receiptLevelNote[terms.receipt]}
        onValue={(receipt) => onTerms({ ...terms, receipt })}
      />
      <Choice
        name={words.custody}
        of={words.custodies}
        value={terms.custody}
        note={words.custodyNote[terms.custody]}
        onValue={(custody) => onTerms({ ...terms, custody })}
      />
      {terms.custody === 'scrutineers' && <Holders />}
      <Choice name={words.changing} of={words.changings} value={terms.change} onValue={(change) => onTerms({ ...terms, change })} />
      <ul className={look['warnings']}>
        {voters < least && <li>{words.few(voters, least)}</li>}
        <li>{words.unanimity}</li>
        <li>
          {words.noReopen} <a href={ways.whoSees}>{words.whoSees}</a>
        </li>
      </ul>
      {voters < least && (
        <label className={look['form']}>
          <input
            type="checkbox"
            checked={terms.few === 'accepted'}
            onChange={({ target }) => {
              const { few: _before, ...rest } = terms;
              onTerms(target.checked ? { ...rest, few: 'accepted' } : rest);
            }}
          />
          {words.fewAccept}
        </label>
      )}
    </div>
  );
}

/** Whose keys are there, and how many are missing. */
function Holders() {
  const { roll, scrutineers, scrutineerKeys } = useMeeting();
  const ready = scrutineers.filter((person) => scrutineerKeys[person] !== undefined);
  const missing = scrutineers.length === 0 ? words.noScrutineers : words.keysMissing(holdersNeeded - ready.length);
  return (
    <p className="small" role="status">
      {ready.length > 0 && words.keysReady(ready.map((person) => nameOf(roll, person)).join('、'))}{' '}
      {ready.length < holdersNeeded && missing}
    </p>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly of: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly note?: string;
  readonly onValue: (value: Value) => void;
}

function Choice<Value extends string>({ name, of, value, note, onValue }: ChoiceProps<Value>) {
  return (
    <>
      <div role="radiogroup" aria-label={name} className={look['forms']}>
        <span className="small muted">{name}</span>
        {(Object.keys(of) as Value[]).map((one) => (
          <label key={one} className={look['form']}>
            <input type="radio" name={name} checked={value === one} onChange={() => onValue(one)} />
            {of[one]}
          </label>
        ))}
      </div>
      {note !== undefined && <p className="small muted">{note}</p>}
    </>
  );
}
