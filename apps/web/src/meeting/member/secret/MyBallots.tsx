// Knows what became of the sealed ballots this browser gave, once their vote is no longer open; not how they were marked.
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { secretVoteWords as words } from '../../../words/zh/secret-vote.ts';
import { common } from '../../../words/zh/common.ts';
import { ReceiptCard } from './ReceiptCard.tsx';
import type { Standing } from './sealed-state.ts';
import { useGivenBallots } from './use-sealed-ballot.ts';
import look from './secret.module.css';

export default function MyBallots() {
  const { secretVotes } = useMeeting();
  const held = useGivenBallots();
  const over = held.votes.filter((vote) => secretVotes[vote]?.phase !== 'open');
  if (over.length === 0) return null;
  return (
    <Card aria-label={words.myBallots}>
      <h2>{words.myBallots}</h2>
      {over.map((vote) => (
        <Given key={vote} standing={held.standing(vote)} onSeen={() => held.drop(vote)} />
      ))}
    </Card>
  );
}

function Given({ standing, onSeen }: { readonly standing: Standing; readonly onSeen: () => void }) {
  switch (standing.phase) {
    case 'none':
      return null;
    case 'sending':
      return (
        <p role="status">
          <Tag tone="amber">{words.sending}</Tag> {words.unknown}
        </p>
      );
    case 'forged':
      return (
        <p className={look['alarm']} role="alert">
          {words.forged[standing.failure]}
        </p>
      );
    case 'refused':
      return (
        <p role="alert">
          <Tag tone="seal">{words.refused}</Tag>{' '}
          {standing.refusal.type === 'BallotsNotOut' ? words.late : refusalSentence(standing.refusal)}{' '}
          <Button size="small" onClick={onSeen}>
            {common.gotIt}
          </Button>
        </p>
      );
    case 'counted':
      return (
        <>
          <p>
            <Tag tone="jade">{words.counted}</Tag> {standing.given.title}
          </p>
          <ReceiptCard given={standing.given} />
        </>
      );
  }
}
