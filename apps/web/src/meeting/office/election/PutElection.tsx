// Knows what stands before an election is opened: the list, the numbers, the form; and the press that opens it.
import { attendance, presentMembers, type Closing, type Election, type ElectionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { electionWords } from '../../../words/zh/elections.ts';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { ElectionBase } from '../../elections/ElectionFigures.tsx';
import { Act, useLit } from '../act.tsx';
import { Heading } from '../Heading.tsx';
import { ReasonAct } from '../ReasonAct.tsx';
import { SecretTermsChoice, useSecretTerms } from '../vote/secret/SecretTermsChoice.tsx';
import { Scrutineers } from '../vote/Scrutineers.tsx';
import { wholeNumber } from '../whole-number.ts';
import { CandidateList } from './CandidateList.tsx';
import { ElectionForm } from './ElectionForm.tsx';
import vote from '../vote/vote.module.css';

interface PutElectionProps {
  readonly electionId: ElectionId;
  readonly election: Extract<Election, { phase: 'tabled' | 'voided' }>;
}

const second = 1000;
const forms = ['named', 'paper', 'secret'] as const;

export function PutElection({ electionId, election }: PutElectionProps) {
  const { roll, rules } = useMeeting();
  const { paper } = election;
  const { eligible } = attendance(roll, rules.quorum);
  return (
    <Card tone="next" className="stack" aria-label={words.put}>
      <Heading>{`${words.put} · ${paper.title}`}</Heading>
      <p className="small muted">
        {[
          electionWords.seats(paper.seats),
          electionWords.rule(paper.rule),
          paper.writeIns === 'fromRoll' ? electionWords.writeInsAllowed : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {election.phase === 'voided' &&
        election.voids.map(({ round, reason, rule }) => (
          <p key={round} className="small">
            {words.voided(round, rule === undefined ? reason : roomWords.voidRules[rule])}
          </p>
        ))}
      <CandidateList paper={paper} />
      <div className={vote['base']}>
        <ElectionBase paper={paper} eligible={eligible} mayVote={presentMembers(roll).length} />
      </div>
      {election.phase === 'tabled' && <Prepare electionId={electionId} election={election} />}
      <Opening electionId={electionId} />
    </Card>
  );
}

function Prepare({ electionId, election: { paper } }: PutElectionProps) {
  const [revising, setRevising] = useState(false);
  const lit = useLit({ type: 'ReviseElection', electionId, paper, reason: '' });
  if (!lit) return null;
  return (
    <div className="row">
      <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setRevising(true)}>
        {words.revise}
      </Button>
      <ReasonAct
        bodies={(reason) => [{ type: 'WithdrawElection', electionId, reason }]}
        title={words.withdrawTitle(paper.title)}
        will={words.withdrawWill}
        act={words.withdrawAct}
        size="small"
        kind="quiet"
      >
        {words.withdraw}
      </ReasonAct>
      {revising && <ElectionForm of={{ electionId, paper }} onClose={() => setRevising(false)} onDone={() => setRevising(false)} />}
    </div>
  );
}

function Opening({ electionId }: { readonly electionId: ElectionId }) {
  const { rules } = useMeeting();
  const usual = String(Math.round(rules.votingMs / second));
  const [typed, setTyped] = useState<string | null>(null);
  const [form, setForm] = useState<(typeof forms)[number]>('named');
  const [closing, setClosing] = useState<Closing>('chair');
  const seconds = wholeNumber(typed ?? usual, 10, 3600);
  const { terms, setTerms } = useSecretTerms();
  const byKeys = form !== 'paper';
  const open = {
    type: 'OpenElection',
    electionId,
    ms: (seconds ?? Number(usual)) * second,
    ...(form === 'paper' && { terms: { form } }),
    ...(form === 'secret' && { terms }),
    ...(byKeys && closing === 'clock' && { closing }),
  } as const;
  const lit = useLit(open);
  if (!lit) return null;
  return (
    <>
      <div className={vote['terms']}>
        <div role="radiogroup" aria-label={words.form} className={vote['forms']}>
          {forms.map((one) => (
            <label key={one} className={vote['form']}>
              <input type="radio" name="election-form" checked={form === one} onChange={() => setForm(one)} />
              {electionWords.forms[one]}
            </label>
          ))}
        </div>
        <p className="small muted">{words.formNotes[form]}</p>
        {byKeys && (
          <div role="radiogroup" aria-label={countingWords.closing} className={vote['forms']}>
            {(['chair', 'clock'] as const).map((one) => (
              <label key={one} className={vote['form']}>
                <input type="radio" name="election-closing" checked={closing === one} onChange={() => setClosing(one)} />
                {countingWords.closings[one]}
              </label>
            ))}
          </div>
        )}
      </div>
      {form === 'secret' && <SecretTermsChoice terms={terms} onTerms={setTerms} />}
      {lit.reason !== undefined && (
        <ul className={vote['warnings']}>
          <li>{lit.reason}</li>
        </ul>
      )}
      <Scrutineers />
      <div className={vote['opening']}>
        {byKeys && (
          <div className={vote['seconds']}>
            <TextField
              label={words.seconds}
              inputMode="numeric"
              value={typed ?? usual}
              onText={setTyped}
              error={seconds === null ? words.secondsProblem : undefined}
            />
          </div>
        )}
        <Act bodies={[open]} kind="primary" size="large" aria-describedby="election-will">
          {words.open}
        </Act>
      </div>
      <p id="election-will" className="small muted">
        {byKeys ? words.putWill : words.putWillPaper}
      </p>
    </>
  );
}
