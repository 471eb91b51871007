// Knows the result of an election as the office sees it, and the steps that follow: announce, run off, hold again.
import type { Election, ElectionId, ElectionResult } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { buttonLook } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { electionWords } from '../../../words/zh/elections.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { ways } from '../../room-at.ts';
import { nomineeName, outcomeLines } from '../../shared/elections.ts';
import { ElectionTold } from '../../elections/ElectionTold.tsx';
import { nameOf } from '../../shared/people.ts';
import { Act, useLit } from '../act.tsx';
import { keys } from '../keys.ts';
import { Heading } from '../Heading.tsx';
import { ElectionAgainAct } from './ElectionAgainAct.tsx';
import { RunOffAct } from './RunOffAct.tsx';
import vote from '../vote/vote.module.css';
import look from './election.module.css';

interface OutcomeProps {
  readonly electionId: ElectionId;
  readonly election: Extract<Election, { phase: 'closed' | 'announced' }>;
}

export function ElectionOutcome({ electionId, election }: OutcomeProps) {
  const { roll, phase, notice } = useMeeting();
  const { result, earlier, voids, unreachable } = election;
  const waits = election.phase === 'closed';
  const names = (persons: ElectionResult['confirmedBy']): string => persons.map((person) => nameOf(roll, person)).join('、');
  return (
    <Card tone={waits && phase === 'inSession' ? 'next' : 'plain'} className="stack" aria-label={words.results}>
      <div className="spread">
        <Heading>{`${words.results} · ${result.paper.title}`}</Heading>
        <div className="row">
          <Tag tone="seal">{electionWords.forms[result.form]}</Tag>
          {result.round > 1 && <Tag tone="grey">{roomWords.round(result.round)}</Tag>}
          <Tag tone={waits ? 'amber' : 'jade'}>{waits ? words.notPublic : words.public}</Tag>
        </div>
      </div>
      <ElectionTold result={result} />
      {unreachable.length > 0 && (
        <p className="row small">
          <Tag tone="amber">{words.unreachable(unreachable.length)}</Tag>
          <span>{words.unreachableOf(names(unreachable))}</span>
        </p>
      )}
      {result.countedBy.length > 0 && <p className="small muted">{words.countedBy(names(result.countedBy))}</p>}
      {result.confirmedBy.length > 0 && <p className="small muted">{words.confirmedBy(names(result.confirmedBy))}</p>}
      <Ballots result={result} />
      {earlier.length + voids.length > 0 && (
        <details className={vote['fold']} open>
          <summary>{words.earlier}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.round}>{`${roomWords.round(one.round)}　${outcomeLines(one).join('；')}`}</li>
            ))}
            {voids.map(({ round, reason, rule }) => (
              <li key={`void-${round}`}>{words.voided(round, rule === undefined ? reason : roomWords.voidRules[rule])}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="row">
        <a
          className={buttonLook({ kind: 'quiet', size: 'small' })}
          href={ways.document(notice.meeting, 'elections')}
          target="_blank"
          rel="noreferrer"
        >
          {words.sheet}
        </a>
        <RunOffAct electionId={electionId} result={result} />
        <ElectionAgainAct electionId={electionId} result={result} />
      </div>
      {waits && <Announce electionId={electionId} round={result.round} />}
    </Card>
  );
}

function Announce({ electionId, round }: { readonly electionId: ElectionId; readonly round: number }) {
  const body = { type: 'AnnounceElection', electionId, round } as const;
  const lit = useLit(body);
  if (!lit) return null;
  return (
    <div className={vote['closing']}>
      <p id="announce-election" className="small muted grow">
        {words.announceWill}
      </p>
      <Act
        bodies={[body]}
        kind="primary"
        size="large"
        shortcut={keys.announce}
        askByKey={{ title: `${words.announce}？`, will: words.announceWill, act: words.announce }}
        aria-describedby="announce-election"
      >
        {words.announce}
      </Act>
    </div>
  );
}

/** Who chose whom, once somebody wants to read it. */
function Ballots({ result }: { readonly result: ElectionResult }) {
  const { roll } = useMeeting();
  const [open, setOpen] = useState(false);
  if (result.votes.length === 0) return null;
  return (
    <details className={vote['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.ballots(result.votes.length)}</summary>
      {open && (
        <ul className={look['ballots']}>
          {result.votes.map(({ voter, marks, enteredBy }) => (
            <li key={voter}>
              <b>{nameOf(roll, voter)}</b>
              <span className="muted">
                {marks === null
                  ? words.notHandedIn
                  : marks.length === 0
                    ? words.blank
                    : marks.map((id) => nomineeName(result.paper, roll, id)).join('、')}
                {enteredBy !== undefined && `（${words.enteredBy(nameOf(roll, enteredBy))}）`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
