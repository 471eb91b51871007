// Knows an election while it runs: countdown, turnout, who has not handed in and whose device is away; never who chose whom.
import { enteredBallot, personId } from '@xieshang/meeting';
import { useMeeting, useNote } from '../../../live/index.ts';
import { buttonLook } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { electionWords } from '../../../words/zh/elections.ts';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { CountdownClock } from '../../shared/CountdownClock.tsx';
import { ElectionBase } from '../../elections/ElectionFigures.tsx';
import { nomineeName, type ElectionAt, type NamedElection } from '../../shared/elections.ts';
import { Act } from '../act.tsx';
import { keys } from '../keys.ts';
import { EnterBallotAct } from './EnterBallot.tsx';
import { Heading } from '../Heading.tsx';
import { ReasonAct } from '../ReasonAct.tsx';
import { ways } from '../../room-at.ts';
import { EnteredList, type EnteredRow } from '../vote/EnteredList.tsx';
import { awayFirst, NotAnswered, useOnline } from '../vote/NotAnswered.tsx';
import { SecretWatch } from '../vote/secret/SecretRunning.tsx';
import { CandidateList } from './CandidateList.tsx';
import { ElectionCountEntry } from './ElectionCountEntry.tsx';
import look from '../vote/vote.module.css';

export function RunningElection({ election }: { readonly election: ElectionAt<'open'> }) {
  const { paper, eligible, voterRoll, round, seated, electionId, form } = election;
  const note = useNote();
  const { notice, secretVotes } = useMeeting();
  const ballots = election.form === 'secret' ? secretVotes[election.voteId] : undefined;
  const waiting = note.notAnswered?.[ballots?.voteId ?? electionId]?.map(personId) ?? (form === 'named' ? voterRoll : []);
  return (
    <Card tone="next" className="stack" aria-label={words.running}>
      <div className={look['running']}>
        <div className="grow">
          <Heading>{`${words.running} · ${paper.title}`}</Heading>
          <p className="row small muted">
            <Tag tone="seal">{electionWords.forms[form]}</Tag>
            <span>{electionWords.seats(paper.seats)}</span>
            {round > 1 && <span>{roomWords.round(round)}</span>}
          </p>
        </div>
        {form !== 'paper' && (
          <div className={look['countdown']}>
            <CountdownClock
              dueAt={election.dueAt}
              label={words.clock}
              ended={election.closing === 'clock' ? words.timeUpClock : words.timeUp}
            />
          </div>
        )}
      </div>
      <CandidateList paper={paper} />
      {seated.length > 0 && <p className="small muted">{electionWords.seatedBefore(seated.map(({ name }) => name).join('、'))}</p>}
      <ElectionBase paper={paper} eligible={eligible} mayVote={voterRoll.length} />
      {form === 'paper' && <ElectionCountEntry election={election} />}
      {election.form === 'named' && <Turnout election={election} waiting={waiting} />}
      {ballots && <SecretWatch vote={ballots} />}
      <div className={look['closing']}>
        <ReasonAct
          bodies={(reason) => [{ type: 'VoidElection', electionId, round, reason }]}
          title={words.voidTitle(paper.title)}
          will={words.voidWill}
          act={words.void}
          usual={words.voidReasons}
          size="small"
          kind="quiet"
        >
          {words.void}
        </ReasonAct>
        {form === 'paper' && (
          <a
            className={buttonLook({ kind: 'quiet', size: 'small' })}
            href={ways.document(notice.meeting, 'slips')}
            target="_blank"
            rel="noreferrer"
          >
            {words.slips}
          </a>
        )}
        <p id="election-closing" className="small muted grow">
          {form === 'paper' || ballots?.phase === 'sealed' ? '' : words.closeWill(waiting.length)}
        </p>
        {ballots?.phase !== 'sealed' && (
          <Act
            bodies={[{ type: 'CloseElection', electionId, round }]}
            kind="primary"
            size="large"
            shortcut={keys.vote}
            askByKey={{ title: `${words.close}？`, will: words.closeWill(waiting.length), act: words.close }}
            aria-describedby="election-closing"
          >
            {words.close}
          </Act>
        )}
      </div>
    </Card>
  );
}

interface TurnoutProps {
  readonly election: NamedElection;
  readonly waiting: ElectionAt<'open'>['voterRoll'];
}

function Turnout({ election, waiting }: TurnoutProps) {
  const { electionId, voterRoll } = election;
  const { turnout, notAnswered } = useNote();
  const { roll } = useMeeting();
  const online = useOnline();
  const missing = awayFirst(waiting, online);
  const cast = turnout[electionId] ?? 0;
  return (
    <>
      <ul className={look['turnouts']}>
        <li>
          <span>{electionWords.turnout}</span>
          <ProgressBar
            share={cast / Math.max(voterRoll.length, 1)}
            label={electionWords.turnout}
            thick
            text={words.turnoutOf(cast, voterRoll.length)}
          />
          <b className="num">{words.turnoutOf(cast, voterRoll.length)}</b>
        </li>
      </ul>
      {notAnswered && (
        <NotAnswered people={missing} said={words.notVoted}>
          <EnterBallotAct election={election} people={missing} />
        </NotAnswered>
      )}
      <EnteredList rows={enteredOn(election, roll)} />
    </>
  );
}

function enteredOn(
  { electionId, voterRoll, paper, entered }: NamedElection,
  roll: Parameters<typeof nomineeName>[1],
): readonly EnteredRow[] {
  return voterRoll.flatMap((voter): EnteredRow[] => {
    const found = enteredBallot(entered, voter);
    if (!found) return [];
    const said = found.marks.length === 0 ? words.blank : found.marks.map((id) => nomineeName(paper, roll, id)).join('、');
    const takeBack = { type: 'EnterElection', electionId, voter, ballot: null, reason: countingWords.takeBackReason } as const;
    return [{ voter, said, by: found.by, takeBack }];
  });
}
