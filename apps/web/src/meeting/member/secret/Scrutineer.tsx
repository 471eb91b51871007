// Knows the page part of a scrutineer: the own key, how many ballots are out and back, handing the key in, confirming a count.
import { type MotionId, type PersonId, type SecretVote } from '@xieshang/meeting';
import { makeKeyPair } from '@xieshang/protocol/sealed';
import { useEffect, useState } from 'react';
import { useMeeting, useNote, useSend, useViewer } from '../../../live/index.ts';
import { forgetKey, keepKey, keptKey } from '../../../live/kept-keys.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { common } from '../../../words/zh/common.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { secretVoteWords as words } from '../../../words/zh/secret-vote.ts';
import { ways } from '../../room-at.ts';
import { nameOf } from '../../shared/people.ts';
import { motionsAt } from '../../shared/scene.ts';
import { figuresText, isCounted } from '../../shared/verdict.ts';
import look from './secret.module.css';

export default function Scrutineer() {
  const { notice, scrutineers, secretVotes } = useMeeting();
  const { person } = useViewer();
  const votes = Object.values(secretVotes);
  const mine = votes.filter((vote) => heldBy(vote, person) !== undefined);
  const named = scrutineers.includes(person);
  const waiting = votes.filter(({ phase }) => phase === 'open' || phase === 'sealed');
  // Its ballots are no more: a key that opens nothing is not kept.
  const spent = mine.flatMap((vote) => (vote.phase === 'counted' || vote.phase === 'void' ? [heldBy(vote, person) ?? ''] : []));
  useEffect(() => {
    for (const publicKey of spent) forgetKey(notice.meeting, person, publicKey);
  });
  if (!named && mine.length === 0) return null;
  return (
    <Card aria-label={words.scrutineer} tone={waiting.some(({ phase }) => phase === 'sealed') ? 'next' : 'plain'}>
      <h2>{words.scrutineer}</h2>
      {named && <p className="small muted">{words.scrutineerMeans}</p>}
      {waiting.map((vote) => (
        <Watched key={vote.voteId} vote={vote} />
      ))}
      {named && <Counts />}
      {named && waiting.length === 0 && <OwnKey />}
      <p className="small">
        <a href={ways.whoSees}>{words.whoSees}</a>
      </p>
    </Card>
  );
}

const heldBy = ({ keys }: SecretVote, person: PersonId): string | undefined =>
  keys.custody === 'scrutineers' ? keys.holders.find((holder) => holder.person === person)?.publicKey : undefined;

/** Of the three. */
const enough = 2;

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** The key for the next vote: made here, kept here; only its public half goes out. */
function OwnKey() {
  const { notice, scrutineerKeys } = useMeeting();
  const { person } = useViewer();
  const { send, may, sending } = useSend();
  const [problem, setProblem] = useState<string | null>(null);
  const offered = scrutineerKeys[person];
  const here = offered !== undefined && keptKey(notice.meeting, person, offered) !== null;
  const offer = async () => {
    const pair = makeKeyPair(random);
    if (!keepKey(notice.meeting, person, pair)) return setProblem(words.cannotKeep);
    const answer = await send({ type: 'OfferScrutineerKey', publicKey: pair.publicKey });
    if (answer.ok) {
      if (offered !== undefined) forgetKey(notice.meeting, person, offered);
      return setProblem(null);
    }
    forgetKey(notice.meeting, person, pair.publicKey);
    setProblem(refusalSentence(answer.refusal));
  };
  const refusal = may({ type: 'OfferScrutineerKey', publicKey: '0'.repeat(64) });
  return (
    <div className="stack">
      {here ? (
        <>
          <p>
            <Tag tone="jade">{words.keyReady}</Tag>
          </p>
          <p className="small muted">{words.keyReadyHint}</p>
        </>
      ) : (
        <>
          {offered !== undefined && (
            <p>
              <Tag tone="amber">{words.keyElsewhere}</Tag> <span className="small">{words.keyElsewhereHint}</span>
            </p>
          )}
          {offered === undefined && <p className="small muted">{words.makeKeyWhy}</p>}
          <Button
            wide
            busy={sending.has('OfferScrutineerKey')}
            unavailable={refusal ? refusalSentence(refusal) : undefined}
            onClick={() => void offer()}
          >
            {offered === undefined ? words.makeKey : words.makeKeyAgain}
          </Button>
        </>
      )}
      {problem !== null && (
        <p className={look['alarm']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** A vote while its ballots are out, or while they wait for two keys. */
function Watched({ vote }: { readonly vote: SecretVote }) {
  const { roll } = useMeeting();
  const { turnout } = useNote();
  const { person } = useViewer();
  const returned = vote.phase === 'sealed' ? vote.returned : (turnout[vote.voteId] ?? 0);
  const holds = heldBy(vote, person);
  return (
    <section className="stack" aria-live="polite">
      <p className={look['figures']}>
        <span>
          {words.issued} <b>{vote.voterRoll.length}</b>
        </span>
        <span>
          {words.returned} <b>{returned}</b>
        </span>
      </p>
      {vote.phase === 'open' && <p className="small muted">{words.notOpened}</p>}
      {vote.phase === 'sealed' && vote.keys.custody === 'scrutineers' && (
        <>
          <p>
            <strong>{words.awaitingKeys}</strong>
          </p>
          <p className="small">{words.twoOfThree}</p>
          <ul className={look['holders']}>
            {vote.keys.holders.map((holder) => (
              <li key={holder.person}>
                {nameOf(roll, holder.person)}
                <Tag tone={vote.handedIn.includes(holder.person) ? 'jade' : 'grey'}>
                  {vote.handedIn.includes(holder.person) ? words.handedIn : words.notHandedIn}
                </Tag>
              </li>
            ))}
          </ul>
          {holds !== undefined && <HandIn vote={vote} publicKey={holds} handedIn={vote.handedIn} />}
        </>
      )}
    </section>
  );
}

interface HandInProps {
  readonly vote: SecretVote;
  readonly publicKey: string;
  readonly handedIn: readonly PersonId[];
}

/** Keys are held in the server's memory only: when it was started anew between two, both have to come once more. */
function HandIn({ vote, publicKey, handedIn }: HandInProps) {
  const { notice } = useMeeting();
  const { person } = useViewer();
  const { send, sending } = useSend();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const privateKey = keptKey(notice.meeting, person, publicKey);
  const done = handedIn.includes(person);
  const again = done && handedIn.length >= enough;
  if (done && !again) return <p role="status">{words.youHandedIn}</p>;
  if (privateKey === null) {
    return (
      <p className={look['alarm']} role="alert">
        {words.keyLost}
      </p>
    );
  }
  const handIn = async () => {
    setAsking(false);
    const answer = await send({ type: 'HandInKey', voteId: vote.voteId, privateKey });
    setProblem(answer.ok ? null : refusalSentence(answer.refusal));
  };
  return (
    <>
      {again && <p className="small">{words.handInAgainWhy}</p>}
      <Button kind="primary" size="large" wide busy={sending.has('HandInKey')} onClick={() => setAsking(true)}>
        {again ? words.handInAgain : words.handIn}
      </Button>
      {problem !== null && (
        <p className={look['alarm']} role="alert">
          {problem}
        </p>
      )}
      {asking && (
        <Dialog
          open
          title={words.handInTitle}
          onClose={() => setAsking(false)}
          acts={
            <>
              <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
              <Button kind="primary" size="large" onClick={() => void handIn()}>
                {words.handInAct}
              </Button>
            </>
          }
        >
          <p>{words.handInWill}</p>
        </Dialog>
      )}
    </>
  );
}

/** Counts that wait for this scrutineer's word, whatever the form of the vote. */
function Counts() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { send, may, sending } = useSend();
  const [problem, setProblem] = useState<string | null>(null);
  const open = [...motionsAt(meeting, 'closed'), ...motionsAt(meeting, 'announced')].flatMap(({ motionId, round, result }) =>
    isCounted(result) && !result.confirmedBy.includes(person) && may({ type: 'ConfirmCount', motionIds: [motionId] }) === null
      ? [{ motionId, round, result }]
      : [],
  );
  if (open.length === 0) return null;
  const motionIds: readonly MotionId[] = open.map(({ motionId }) => motionId);
  const confirm = async () => {
    const answer = await send({ type: 'ConfirmCount', motionIds, rounds: open.map(({ round }) => round) });
    setProblem(answer.ok ? null : refusalSentence(answer.refusal));
  };
  return (
    <section className="stack">
      <ul className={look['holders']}>
        {open.map(({ motionId, result }) => (
          <li key={motionId}>
            <span>{roomWords.paper(result.paper)}</span>
            <span>{figuresText(result)}</span>
          </li>
        ))}
      </ul>
      <p className="small muted">{words.confirmWill}</p>
      <Button kind="primary" wide busy={sending.has('ConfirmCount')} onClick={() => void confirm()}>
        {open.length === 1 ? words.confirmCount : `${words.confirmCount} · ${roomWords.motions(open.length)}`}
      </Button>
      {problem !== null && (
        <p className={look['alarm']} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
