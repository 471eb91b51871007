// Knows how the place of elections is put together: the list, the one that is open or picked, what is done with it.
import type { Election, ElectionId } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag, type Tone } from '../../../ui/Tag.tsx';
import { electionWords } from '../../../words/zh/elections.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { electionOpen, paperOfElection } from '../../shared/elections.ts';
import { useLit } from '../act.tsx';
import { Heading } from '../Heading.tsx';
import { ElectionForm } from './ElectionForm.tsx';
import { ElectionOutcome } from './ElectionOutcome.tsx';
import { freshPaper, probeOf } from './paper.ts';
import { PutElection } from './PutElection.tsx';
import { RunningElection } from './RunningElection.tsx';
import look from '../vote/vote.module.css';

const tones: Readonly<Record<Election['phase'], Tone>> = {
  tabled: 'grey',
  open: 'seal',
  closed: 'amber',
  announced: 'jade',
  voided: 'grey',
};

export function ElectionsPlace() {
  const meeting = useMeeting();
  const [picked, setPicked] = useState<ElectionId | null>(null);
  const open = electionOpen(meeting);
  const all = Object.entries(meeting.elections) as [ElectionId, Election][];
  const waiting = all.find(([, { phase }]) => phase === 'closed')?.[0];
  const next = all.find(([, { phase }]) => phase === 'tabled' || phase === 'voided')?.[0];
  const wanted = open?.electionId ?? (picked !== null && Object.hasOwn(meeting.elections, picked) ? picked : undefined);
  const shown = wanted ?? waiting ?? next ?? all.at(-1)?.[0];
  return (
    <div className={look['columns']}>
      <div className={look['list']}>
        <Card className={look['motions']} aria-label={words.list}>
          <div className="spread">
            <Heading>{words.list}</Heading>
            <TableAct onTabled={setPicked} />
          </div>
          {all.length === 0 && <None />}
          <ol>
            {all.map(([electionId, election]) => {
              const paper = paperOfElection(election);
              return (
                <li key={electionId}>
                  <button
                    type="button"
                    className={look['motion']}
                    aria-pressed={electionId === shown}
                    onClick={() => setPicked(electionId)}
                  >
                    <span className={look['text']}>
                      <b>{paper.title}</b> {electionWords.seats(paper.seats)}
                    </span>
                    <Tag tone={tones[election.phase]}>{words.state[election.phase]}</Tag>
                  </button>
                </li>
              );
            })}
          </ol>
        </Card>
      </div>
      <div className={look['panel']}>{shown && <One electionId={shown} />}</div>
    </div>
  );
}

function None() {
  const lit = useLit(probeOf(freshPaper()));
  return <p className="small muted">{lit ? words.none : words.noneForChair}</p>;
}

function TableAct({ onTabled }: { readonly onTabled: (electionId: ElectionId) => void }) {
  const [tabling, setTabling] = useState(false);
  const lit = useLit(probeOf(freshPaper()));
  if (!lit) return null;
  return (
    <>
      <Button size="small" onClick={() => setTabling(true)}>
        {words.table}
      </Button>
      {tabling && (
        <ElectionForm
          onClose={() => setTabling(false)}
          onDone={(electionId) => {
            setTabling(false);
            onTabled(electionId);
          }}
        />
      )}
    </>
  );
}

function One({ electionId }: { readonly electionId: ElectionId }) {
  const election = useMeeting().elections[electionId];
  switch (election?.phase) {
    case undefined:
      return null;
    case 'tabled':
    case 'voided':
      return <PutElection key={electionId} electionId={electionId} election={election} />;
    case 'open':
      return <RunningElection election={{ ...election, electionId }} />;
    case 'closed':
    case 'announced':
      return <ElectionOutcome key={electionId} electionId={electionId} election={election} />;
  }
}
