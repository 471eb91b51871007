// Knows how ballots counted on paper are entered by two officers: each alone, then the difference is shown; not how they are judged.
import { countProblem, writeInId, writeInRefusal, type CandidateId, type ElectionCount, type PersonId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { countProblemWords } from '../../../words/office-refusals.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { nomineeName, type ElectionAt } from '../../shared/elections.ts';
import { fullName, nameOf } from '../../shared/people.ts';
import { useAct, useLit } from '../act.tsx';
import { findPeople } from '../find-people.ts';
import { AgreementTag, CountedByOthers, useEntered } from '../vote/Agreement.tsx';
import { wholeNumber } from '../whole-number.ts';
import choices from '../choices.module.css';
import look from './election.module.css';

type OnPaper = Extract<ElectionAt<'open'>, { form: 'paper' }>;

const mostBallots = 2000;
const foundAtMost = 6;

export function ElectionCountEntry({ election }: { readonly election: OnPaper }) {
  const { person } = useViewer();
  const mine = election.counts[person];
  return (
    <section className="stack" aria-label={words.countTitle}>
      <h4>{words.countTitle}</h4>
      <Form key={JSON.stringify(mine ?? null)} election={election} mine={mine} />
      {mine ? <Comparison election={election} /> : <CountedByOthers counts={election.counts} />}
    </section>
  );
}

function Form({ election, mine }: { readonly election: OnPaper; readonly mine: ElectionCount | undefined }) {
  const { paper, electionId, voterRoll } = election;
  const meeting = useMeeting();
  const { act, busy } = useAct();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => ({
    ...Object.fromEntries(Object.entries(mine?.votes ?? {}).map(([id, votes]) => [id, String(votes)])),
    ...(mine && { marked: String(mine.marked), blank: String(mine.blank), spoilt: String(mine.spoilt) }),
  }));
  const printed = paper.candidates.map(({ candidateId }) => candidateId);
  const [others, setOthers] = useState<readonly PersonId[]>(() =>
    meeting.roll.attendees.map(({ person }) => person).filter((person) => (mine?.votes[writeInId(person)] ?? 0) > 0),
  );
  const [tried, setTried] = useState(false);
  const lit = useLit({ type: 'EnterElectionCount', electionId, marked: 0, blank: 0, spoilt: 0, votes: [], writeIns: [] });
  const numberOf = (field: string): number | null => wholeNumber(typed[field] ?? '0', 0, mostBallots);
  const votesOf = (id: CandidateId): number => numberOf(id) ?? 0;
  const fields: readonly (readonly [string, string])[] = [
    ...printed.map((id) => [id, words.votesOf(nomineeName(paper, meeting.roll, id))] as const),
    ...others.map((person) => [writeInId(person), words.votesOf(nameOf(meeting.roll, person))] as const),
  ];
  const totals = [
    ['marked', words.marked],
    ['blank', words.blankBallots],
    ['spoilt', words.spoilt],
  ] as const;
  const all = [...printed, ...others.map(writeInId)].filter((id) => votesOf(id) > 0);
  const count: ElectionCount = {
    marked: numberOf('marked') ?? 0,
    blank: numberOf('blank') ?? 0,
    spoilt: numberOf('spoilt') ?? 0,
    votes: Object.fromEntries(all.map((id) => [id, votesOf(id)])) as ElectionCount['votes'],
  };
  const problem = countProblem(count, paper.seats, voterRoll.length);
  const whole = [...fields, ...totals].every(([field]) => numberOf(field) !== null);
  if (!lit) return null;
  const submit = async () => {
    setTried(true);
    if (!whole || problem) return;
    await act({
      type: 'EnterElectionCount',
      electionId,
      marked: count.marked,
      blank: count.blank,
      spoilt: count.spoilt,
      votes: printed.map((candidateId) => ({ candidateId, votes: votesOf(candidateId) })),
      writeIns: others.map((person) => ({ person, votes: votesOf(writeInId(person)) })).filter(({ votes }) => votes > 0),
    });
  };
  const field = ([name, label]: readonly [string, string]) => (
    <TextField
      key={name}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={typed[name] ?? ''}
      onText={(text) => setTyped((before) => ({ ...before, [name]: text }))}
      error={tried && numberOf(name) === null ? words.countProblem : undefined}
    />
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={look['counts']}>{totals.map(field)}</div>
      <div className={look['counts']}>{fields.map(field)}</div>
      {paper.writeIns === 'fromRoll' && <AddOther election={election} others={others} onAdd={(person) => setOthers([...others, person])} />}
      {tried && problem && <p role="alert">{countProblemWords[problem]}</p>}
      <div className="row">
        <Button type="submit" kind={mine ? 'plain' : 'primary'} busy={busy} unavailable={lit.reason}>
          {mine ? words.countAgain : words.countAct}
        </Button>
      </div>
    </form>
  );
}

interface AddOtherProps {
  readonly election: OnPaper;
  readonly others: readonly PersonId[];
  readonly onAdd: (person: PersonId) => void;
}

function AddOther({ election, others, onAdd }: AddOtherProps) {
  const meeting = useMeeting();
  const [typed, setTyped] = useState('');
  const possible = meeting.roll.attendees.filter(
    ({ person }) => !others.includes(person) && !writeInRefusal(election.paper, meeting, person),
  );
  const found = typed.trim() === '' ? [] : findPeople(possible, typed).slice(0, foundAtMost);
  return (
    <div>
      <TextField label={words.addOther} placeholder={words.fromRollFind} value={typed} onText={setTyped} autoComplete="off" />
      {found.length > 0 && (
        <div className={choices['found']} role="group" aria-label={words.addOther}>
          {found.map((attendee) => (
            <button
              key={attendee.person}
              type="button"
              className={choices['person']}
              onClick={() => {
                onAdd(attendee.person);
                setTyped('');
              }}
            >
              {fullName(attendee)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Comparison({ election: { counts, paper } }: { readonly election: OnPaper }) {
  const { roll } = useMeeting();
  const entered = useEntered(counts);
  const ids = [
    ...new Set([
      ...paper.candidates.map(({ candidateId }) => candidateId),
      ...entered.flatMap(({ count: { votes } }) => Object.keys(votes) as CandidateId[]),
    ]),
  ];
  const rows: readonly (readonly [string, (count: ElectionCount) => number])[] = [
    [words.marked, (count) => count.marked],
    [words.blankBallots, (count) => count.blank],
    [words.spoilt, (count) => count.spoilt],
    ...ids.map((id) => [nomineeName(paper, roll, id), (count: ElectionCount) => count.votes[id] ?? 0] as const),
  ];
  const unlike = rows.filter(([, figure]) => new Set(entered.map(({ count }) => figure(count))).size > 1);
  const kind = entered.length < 2 ? 'alone' : unlike.length > 0 ? 'differs' : 'agrees';
  return (
    <div role="status" className={look['compared']}>
      <table>
        <thead>
          <tr>
            <td />
            {entered.map(({ person, by }) => (
              <th key={person} scope="col">
                {by}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, figure]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {entered.map(({ person, count }) => (
                <td key={person} className="num" data-unlike={unlike.some(([one]) => one === name) || undefined}>
                  {figure(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <AgreementTag kind={kind} agrees={words.countAgrees} />
    </div>
  );
}
