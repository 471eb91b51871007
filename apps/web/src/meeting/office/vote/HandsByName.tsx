// Knows how raised hands are recorded one by one, by keyboard or mouse, fast enough for a room; not how they are counted.
import { choices, enteredFor, type Choice, type Command, type NamedVote, type PersonId } from '@xieshang/meeting';
import { useRef, useState } from 'react';
import { useMeeting, useSend, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { refusalSentence } from '../../../words/office-refusals.ts';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { affiliationOf, nameOf } from '../../shared/people.ts';
import type { Voting } from '../../shared/votings.ts';
import { useLit } from '../act.tsx';
import { findPeople } from '../find-people.ts';
import { handKeys, nextAwaited } from './hands.ts';
import look from './vote.module.css';

type Motion = Extract<Voting<'showOfHands'>, { counting: 'byName' }>;
type Entered = NamedVote['choice'];

/** More than this many want a way to look for one. */
const many = 20;

export function HandsByName({ motion, titled }: { readonly motion: Motion; readonly titled: boolean }) {
  const { roll } = useMeeting();
  const { person: officer } = useViewer();
  const { send } = useSend();
  const { warn } = useNotices();
  const confirm = useConfirm();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const { motionId, voterRoll, entered } = motion;
  const lit = useLit({ type: 'EnterVote', motionId, voter: voterRoll[0] ?? officer, choice: 'approve' });
  const given = (person: PersonId): Choice | undefined => enteredFor(entered, person)?.choice;
  const left = voterRoll.filter((person) => given(person) === undefined);
  const found = new Set(findPeople(roll.attendees, typed).map(({ person }) => person));
  const shown = voterRoll.filter((person) => typed === '' || found.has(person));
  if (!lit) return null;

  const enter = async (voter: PersonId, choice: Entered): Promise<void> => {
    const body: Command = { type: 'EnterVote', motionId, voter, choice };
    const answer = await send(body);
    if (!answer.ok) warn(refusalSentence(answer.refusal));
  };
  const rowOf = (person: PersonId | undefined): HTMLElement | null =>
    person === undefined ? null : (list.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(person)}"]`) ?? null);
  const onKey = (person: PersonId, key: string): boolean => {
    const at = shown.indexOf(person);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      rowOf(shown[key === 'ArrowDown' ? at + 1 : at - 1])?.focus();
      return true;
    }
    const choice = handKeys[key];
    if (choice === undefined) return false;
    void enter(person, choice);
    if (choice !== 'notPressed') rowOf(nextAwaited(shown, person, given) ?? shown[at + 1])?.focus();
    return true;
  };
  const rest = async (): Promise<void> => {
    const agreed = await confirm({ title: words.handsRestTitle(left.length), will: words.handsRestWill, act: words.handsRest });
    if (agreed) await Promise.all(left.map((person) => enter(person, 'approve')));
  };

  return (
    <section className="stack" aria-label={titled ? `${words.handsTitle} ${roomWords.paper(motion.paper)}` : words.handsTitle}>
      <div className="spread">
        <h4>{titled ? roomWords.paper(motion.paper) : words.handsTitle}</h4>
        <span className="small muted" role="status">
          {left.length === 0 ? words.handsDone : words.handsLeft(left.length)}
        </span>
      </div>
      <p className="small muted">{words.handsHint}</p>
      {voterRoll.length > many && <TextField label={words.handsFind} value={typed} onText={setTyped} autoComplete="off" />}
      <ul ref={list} className={look['hands']}>
        {shown.map((person) => (
          <li
            key={person}
            data-person={person}
            data-choice={given(person)}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one stop a person, for the keys
            tabIndex={0}
            aria-label={[nameOf(roll, person), roomWords.choices[given(person) ?? 'notPressed']].join(' ')}
            onKeyDown={(event) => {
              if (event.target === event.currentTarget && onKey(person, event.key)) event.preventDefault();
            }}
          >
            <span className={look['hand']}>
              {nameOf(roll, person)} <span className="small muted">{affiliationOf(roll, person)}</span>
            </span>
            {choices.map((choice) => (
              <button
                key={choice}
                type="button"
                tabIndex={-1}
                data-choice={choice}
                aria-pressed={given(person) === choice}
                aria-label={`${nameOf(roll, person)} ${roomWords.choices[choice]}`}
                onClick={() => void enter(person, given(person) === choice ? 'notPressed' : choice)}
              >
                {roomWords.choices[choice]}
              </button>
            ))}
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <div>
          <Button size="small" unavailable={lit.reason} onClick={() => void rest()}>
            {words.handsRest}
          </Button>
        </div>
      )}
    </section>
  );
}
