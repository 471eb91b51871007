// Knows how it is said where a sealed ballot stands: on its way, counted, refused, or answered with a receipt that does not hold.
import { useConnection } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { memberWords } from '../../../words/zh/member.ts';
import { secretVoteWords as words } from '../../../words/zh/secret-vote.ts';
import type { Standing } from './sealed-state.ts';
import type { GivenBallots } from './use-sealed-ballot.ts';
import ballotLook from '../Ballot.module.css';
import look from './secret.module.css';

interface GivenProps {
  readonly standing: Standing;
  readonly held: GivenBallots;
  readonly mayChange: boolean;
  readonly onChange: () => void;
}

export function Given({ standing, held, mayChange, onChange }: GivenProps) {
  const connection = useConnection();
  if (standing.phase === 'none') return null;
  const { vote } = standing.given;
  if (standing.phase === 'sending') {
    return (
      <div className={ballotLook['standing']} role="status">
        <Tag tone="amber">{words.sending}</Tag>
        {connection !== 'live' && <span className="small">{words.sendingHint}</span>}
      </div>
    );
  }
  if (standing.phase === 'forged') {
    return (
      <p className={look['alarm']} role="alert">
        {words.forged[standing.failure]}
      </p>
    );
  }
  if (standing.phase === 'refused') {
    const elsewhere = standing.refusal.type === 'BallotOutdated';
    return (
      <>
        <div className={ballotLook['standing']} role="alert">
          <Tag tone="seal">{words.refused}</Tag>
          <span className="small">{elsewhere ? words.elsewhere : refusalSentence(standing.refusal)}</span>
        </div>
        {elsewhere && (
          <Button kind="primary" size="large" wide onClick={() => held.replace(vote)}>
            {words.replace}
          </Button>
        )}
        <Button onClick={() => held.drop(vote)}>{elsewhere ? words.keepFirst : memberWords.back}</Button>
      </>
    );
  }
  return (
    <div className={ballotLook['standing']} role="status">
      <Tag tone="jade">{words.counted}</Tag>
      <span className="small">{words.countedHint}</span>
      {mayChange && (
        <Button size="small" kind="quiet" onClick={onChange}>
          {words.change}
        </Button>
      )}
    </div>
  );
}
