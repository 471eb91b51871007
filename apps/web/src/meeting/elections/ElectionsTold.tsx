// Knows the elections of a meeting on a member's page: counted and waiting, announced, and the scrutineer's confirmation.
import type { ElectionId, ElectionResult } from '@xieshang/meeting';
import { useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { electionWords as words } from '../../words/zh/elections.ts';
import { roomWords } from '../../words/zh/room.ts';
import { electionBallotWords } from '../../words/zh/election-ballot.ts';
import { ElectionTold } from './ElectionTold.tsx';
import { electionsAt, nomineeName, outcomeLines, toldElections, type ToldElection } from '../shared/elections.ts';
import type { Held } from '../shared/held.ts';
import { sceneOf } from '../shared/scene.ts';
import look from '../member/Now.module.css';

/** What was declared void and has not been put again, what is counted and waits, and what has just been announced. */
export function FreshElections() {
  const meeting = useMeeting();
  const fresh = freshOf(meeting);
  return (
    <>
      {electionsAt(meeting, 'voided').map(({ electionId, paper, voids }) => (
        <Card key={electionId} tone="next" role="status">
          <h2>{words.voided(paper.title)}</h2>
          {voids.slice(-1).map((last) => (
            <p key={last.round}>{words.voidedWhy(last)}</p>
          ))}
        </Card>
      ))}
      {electionsAt(meeting, 'closed').map((election) => (
        <Card key={election.electionId} tone="next" role="status">
          <h2>{election.result.paper.title}</h2>
          <p>{words.awaiting}</p>
          <Confirm electionId={election.electionId} result={election.result} />
        </Card>
      ))}
      {fresh && (
        <Card aria-label={words.result}>
          <h2>{`${words.result} · ${fresh.result.paper.title}`}</h2>
          <Told election={fresh} />
        </Card>
      )}
    </>
  );
}

/** Announced earlier: folded, so that what goes on comes first; open where a later round was declared void, for then it stands again. */
export function EarlierElections() {
  const meeting = useMeeting();
  const fresh = freshOf(meeting);
  return toldElections(meeting)
    .filter(({ electionId }) => electionId !== fresh?.electionId)
    .map((election) => (
      <details key={`${election.electionId} ${election.phase}`} className={look['fold']} open={election.phase === 'voided'}>
        <summary>{`${words.result} · ${election.result.paper.title}`}</summary>
        <Told election={election} />
      </details>
    ));
}

function freshOf(meeting: Held): ToldElection | undefined {
  const scene = sceneOf(meeting);
  return scene.kind === 'electionTold'
    ? toldElections(meeting).find(({ electionId }) => electionId === scene.election.electionId)
    : undefined;
}

/** The round that stands, the own ballot in it, and how the other rounds ended. */
function Told({ election: { electionId, phase, result, others } }: { readonly election: ToldElection }) {
  return (
    <>
      {others.length > 0 && <p className="small muted">{roomWords.round(result.round)}</p>}
      <ElectionTold result={result} />
      <Own result={result} />
      {others.map((one) => (
        <p key={one.round} className="small muted">
          {'standings' in one
            ? roomWords.roundCame(one.round, outcomeLines(one).join('；'))
            : roomWords.roundVoided(one.round, words.whyVoid(one))}
        </p>
      ))}
      {phase === 'announced' && <Confirm electionId={electionId} result={result} />}
    </>
  );
}

/** How the reader's own ballot was counted, where ballots are by name. */
function Own({ result }: { readonly result: ElectionResult }) {
  const { roll } = useMeeting();
  const { person } = useViewer();
  const own = result.votes.find(({ voter }) => voter === person);
  if (!own) return null;
  const names = own.marks?.map((id) => nomineeName(result.paper, roll, id)) ?? [];
  const said = own.marks === null ? words.notHandedIn : names.length === 0 ? electionBallotWords.blank : names.join('、');
  return (
    <p className="small muted">
      {electionBallotWords.own(said)}
      {own.enteredBy !== undefined && `（${electionBallotWords.ownEntered}）`}
    </p>
  );
}

function Confirm({ electionId, result }: { readonly electionId: ElectionId; readonly result: ElectionResult }) {
  const { scrutineers } = useMeeting();
  const { person } = useViewer();
  const { send, sending } = useSend();
  const { warn } = useNotices();
  if (!scrutineers.includes(person)) return null;
  if (result.confirmedBy.includes(person)) return <p className="small muted">{electionBallotWords.confirmed}</p>;
  const confirm = async () => {
    const answer = await send({ type: 'ConfirmElectionCount', electionId, round: result.round });
    if (!answer.ok) warn(refusalSentence(answer.refusal));
  };
  return (
    <>
      <p>{electionBallotWords.confirmWill}</p>
      <Button kind="primary" busy={sending.has('ConfirmElectionCount')} onClick={() => void confirm()}>
        {electionBallotWords.confirmCount}
      </Button>
    </>
  );
}
