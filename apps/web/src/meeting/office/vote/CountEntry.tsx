// Knows how counts of hands or papers are entered by two officers: each counts alone, then the difference is shown; not how it is judged.
import type { Count } from '@xieshang/meeting';
import { useState } from 'react';
import { useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { roomWords } from '../../../words/zh/room.ts';
import type { Voting } from '../../shared/votings.ts';
import { useAct, useLit } from '../act.tsx';
import { wholeNumber } from '../whole-number.ts';
import { AgreementTag, CountedByOthers, useEntered } from './Agreement.tsx';
import { agreementOf, differing, rows, type Row } from './counts.ts';
import look from './vote.module.css';

type Motion = Voting<'paper'> | Extract<Voting<'showOfHands'>, { counting: 'byCount' }>;

const wordOf = (row: Row): string => (row === 'spoilt' ? words.spoilt : roomWords.choices[row]);

export function CountEntry({ motion, titled }: { readonly motion: Motion; readonly titled: boolean }) {
  const { person } = useViewer();
  const { counts } = motion;
  const mine = counts[person];
  const title = words.countTitle(titled ? roomWords.paper(motion.paper) : roomWords.forms[motion.form]);
  return (
    <section className="stack" aria-label={title}>
      <h4>{title}</h4>
      <Form key={JSON.stringify(mine ?? null)} motion={motion} mine={mine} />
      {mine ? <Comparison motion={motion} /> : <CountedByOthers counts={counts} />}
    </section>
  );
}

function Form({ motion, mine }: { readonly motion: Motion; readonly mine: Count | undefined }) {
  const { act, busy } = useAct();
  const [typed, setTyped] = useState<Readonly<Record<Row, string>>>(() => ({
    approve: mine ? String(mine.approve) : '',
    oppose: mine ? String(mine.oppose) : '',
    abstain: mine ? String(mine.abstain) : '',
    spoilt: String(mine?.spoilt ?? 0),
  }));
  const [tried, setTried] = useState(false);
  const roll = motion.voterRoll.length;
  const asked = rows.filter((row) => row !== 'spoilt' || motion.form === 'paper');
  const numberOf = (row: Row): number | null => wholeNumber(typed[row], 0, roll);
  const sum = rows.reduce((all, row) => all + (numberOf(row) ?? 0), 0);
  const changed = !mine || rows.some((row) => numberOf(row) !== mine[row]);
  const lit = useLit({ type: 'EnterCount', motionId: motion.motionId, approve: 0, oppose: 0, abstain: 0 });
  if (!lit) return null;
  const submit = async () => {
    setTried(true);
    const [approve, oppose, abstain, spoilt] = [numberOf('approve'), numberOf('oppose'), numberOf('abstain'), numberOf('spoilt')];
    if (approve === null || oppose === null || abstain === null || spoilt === null || sum > roll) return;
    await act({ type: 'EnterCount', motionId: motion.motionId, approve, oppose, abstain, ...(spoilt > 0 && { spoilt }) });
  };
  return (
    <form
      className={look['counts']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {asked.map((row) => (
        <TextField
          key={row}
          label={wordOf(row)}
          inputMode="numeric"
          autoComplete="off"
          value={typed[row]}
          onText={(text) => setTyped((before) => ({ ...before, [row]: text }))}
          error={tried && numberOf(row) === null ? words.countProblem(roll) : undefined}
        />
      ))}
      <div className={look['countAct']}>
        <span className="small" data-over={sum > roll || undefined}>
          {sum > roll ? words.countOver(sum, roll) : words.countSum(sum, roll)}
        </span>
        <Button
          type="submit"
          kind={mine ? 'plain' : 'primary'}
          busy={busy}
          unavailable={lit.reason ?? (changed ? undefined : words.countUnchanged)}
        >
          {mine ? words.countAgain : words.countAct}
        </Button>
      </div>
    </form>
  );
}

function Comparison({ motion: { counts } }: { readonly motion: Motion }) {
  const entered = useEntered(counts);
  const unlike = differing(entered.map(({ count }) => count));
  const spoken = rows.filter((row) => row !== 'spoilt' || entered.some(({ count }) => count.spoilt > 0));
  return (
    <div role="status" className={look['compared']}>
      <table>
        <thead>
          <tr>
            <td />
            {spoken.map((row) => (
              <th key={row} scope="col">
                {wordOf(row)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entered.map(({ person, count, by }) => (
            <tr key={person}>
              <th scope="row">{by}</th>
              {spoken.map((row) => (
                <td key={row} data-unlike={unlike.has(row) || undefined} className="num">
                  {count[row]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <AgreementTag kind={agreementOf(counts).kind} agrees={words.countAgrees} />
    </div>
  );
}
