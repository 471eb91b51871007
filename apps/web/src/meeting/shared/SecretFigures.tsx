// Knows what is said of a secret vote beside its figures: 发出, 收回, what the figures give away, where a receipt is checked.
import { revealing, type CountedResult } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import { ways } from '../room-at.ts';

export function SecretFigures({ secret }: { readonly secret: NonNullable<CountedResult['secret']> }) {
  const { notice, secretVotes } = useMeeting();
  const vote = secretVotes[secret.voteId];
  const destroyed = vote?.phase === 'counted' && vote.destroyedAt !== null;
  const told = new Set(vote ? revealing(vote).map(({ by }) => by) : []);
  return (
    <>
      <p>
        {words.ballotsOutAndBack(secret.issued, secret.returned)}
        {destroyed && ` · ${words.ballotsDestroyed}`} · <a href={ways.receipt(notice.meeting)}>{words.checkReceipt}</a>
      </p>
      {[...told].map((by) => (
        <p key={by} data-warn>
          {words.revealing[by]}
        </p>
      ))}
    </>
  );
}
