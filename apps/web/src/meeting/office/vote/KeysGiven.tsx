// Knows a vote by keys while it runs: turnout, who has not pressed and whose device is away, what was entered; never how anyone pressed.
import { enteredFor, personId, type PersonId } from '@xieshang/meeting';
import type { Note } from '@xieshang/protocol';
import { useState } from 'react';
import { useNote } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { isOf, type KeyVoting } from '../../shared/votings.ts';
import { Act, useLit } from '../act.tsx';
import { EnteredList, type EnteredRow } from './EnteredList.tsx';
import { CloseVote } from './CloseVote.tsx';
import { EnterForDevice } from './EnterForDevice.tsx';
import { awayFirst, NotAnswered, useOnline } from './NotAnswered.tsx';
import { VoidVote } from './VoidVote.tsx';
import look from './vote.module.css';
import { roomWords } from '../../../words/zh/room.ts';

export function KeysGiven({ motions }: { readonly motions: readonly KeyVoting[] }) {
  const { turnout, notAnswered } = useNote();
  const online = useOnline();
  const cast = ({ motionId }: KeyVoting): number => turnout[motionId] ?? 0;
  const missing = notAnswered ? awayFirst(awaited(motions, notAnswered), online) : [];
  return (
    <>
      <ul className={look['turnouts']}>
        {motions.map((motion) => (
          <li key={motion.motionId}>
            <span>{motions.length === 1 ? words.turnout : roomWords.paper(motion.paper)}</span>
            <ProgressBar
              share={cast(motion) / Math.max(motion.voterRoll.length, 1)}
              label={words.turnout}
              thick
              text={words.turnoutOf(cast(motion), motion.voterRoll.length)}
            />
            <b className="num">{words.turnoutOf(cast(motion), motion.voterRoll.length)}</b>
            {motions.length > 1 && (
              <Act bodies={[{ type: 'CloseVoting', motionIds: [motion.motionId], rounds: [motion.round] }]} size="small" kind="quiet">
                {words.closeOne(motion.paper.number)}
              </Act>
            )}
          </li>
        ))}
      </ul>
      {notAnswered && (
        <NotAnswered people={missing} said={words.notPressed}>
          <EnterFor motions={motions} people={missing} />
        </NotAnswered>
      )}
      <EnteredList rows={motions.flatMap((motion) => enteredOn(motion, motions.length > 1))} />
      <div className={look['closing']}>
        <VoidVote motions={motions} />
        <CloseVote motions={motions} missing={missing} away={missing.filter((person) => !online.has(person))} />
      </div>
    </>
  );
}

/** Until the first word of a fresh vote comes, nobody has pressed. */
const awaited = (motions: readonly KeyVoting[], notAnswered: NonNullable<Note['notAnswered']>): ReadonlySet<PersonId> =>
  new Set(motions.flatMap(({ motionId, voterRoll }) => notAnswered[motionId]?.map(personId) ?? voterRoll));

function enteredOn(motion: KeyVoting, several: boolean): readonly EnteredRow[] {
  if (motion.form !== 'named') return [];
  const { motionId, paper, entered, voterRoll } = motion;
  return voterRoll.flatMap((voter): EnteredRow[] => {
    const found = enteredFor(entered, voter);
    if (!found) return [];
    const choice = roomWords.choices[found.choice];
    const takeBack = { type: 'EnterVote', motionId, voter, choice: 'notPressed', reason: countingWords.takeBackReason } as const;
    return [{ voter, said: several ? `${roomWords.paper(paper)} ${choice}` : choice, by: found.by, takeBack }];
  });
}

interface EnterForProps {
  readonly motions: readonly KeyVoting[];
  readonly people: readonly PersonId[];
}

/** 代操作: only where the vote is by name, and only for who has not pressed. */
function EnterFor({ motions, people }: EnterForProps) {
  const [entering, setEntering] = useState(false);
  const named = motions.filter((motion) => isOf(motion, 'named'));
  const [motion, [person]] = [named[0], people];
  const lit = useLit(
    motion && person
      ? { type: 'EnterVote', motionId: motion.motionId, voter: person, choice: 'approve', reason: countingWords.entered }
      : { type: 'CloseVoting', motionIds: [] },
  );
  if (!lit || !motion || !person) return null;
  return (
    <>
      <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setEntering(true)}>
        {countingWords.enterFor}
      </Button>
      {entering && <EnterForDevice motions={named} people={people} onClose={() => setEntering(false)} />}
    </>
  );
}
