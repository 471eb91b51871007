// Knows what stands before an election is opened: the list, the numbers, the form; and the press that opens it.
import { attendance, presentMembers, type Election, type ElectionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { electionWords } from '../../../words/zh/elections.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { ElectionBase } from '../../elections/ElectionFigures.tsx';
import { Act, useLit } from '../act.tsx';
import { Heading } from '../Heading.tsx';
import { ReasonAct } from '../ReasonAct.tsx';
import { Scrutineers } from '../vote/Scrutineers.tsx';
import { wholeNumber } from '../whole-number.ts';
import { CandidateList } from './CandidateList.tsx';
import { ElectionForm } from './ElectionForm.tsx';
import { ElectionTermsChoice, useElectionTerms } from './ElectionTermsChoice.tsx';
import { closesByItself } from './terms.ts';
import vote from '../vote/vote.module.css';

interface PutElectionProps {
  readonly electionId: ElectionId;
  readonly election: Extract<Election, { phase: 'tabled' | 'voided' }>;
}

const second = 1000;

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
  const seconds = wholeNumber(typed ?? usual, 10, 3600);
  const terms = useElectionTerms();
  const byKeys = closesByItself(terms.form);
  const open = {
    type: 'OpenElection',
    electionId,
    ms: (seconds ?? Number(usual)) * second,
    ...terms.said,
  } as const;
  const lit = useLit(open);
  if (!lit) return <Scrutineers />;
  return (
    <>
      <ElectionTermsChoice of={terms} />
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
