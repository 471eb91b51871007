// Knows one amendment as it is read: whose, what would change, why, and what became of it; not what may be done with it.
import type { Amendment } from '@xieshang/meeting';
import { Tag } from '../../ui/Tag.tsx';
import { clockTime } from '../../words/time.ts';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import type { Held } from '../shared/held.ts';
import { affiliationOf, nameOf } from '../shared/people.ts';
import { standingText } from './standing-text.ts';
import { TextDifference } from './TextDifference.tsx';
import look from './AmendmentText.module.css';

interface AmendmentTextProps {
  readonly meeting: Held;
  readonly amendment: Amendment;
  /** Before the name: what it is about, or nothing where that is clear. */
  readonly lead?: string;
}

export function AmendmentText({ meeting, amendment, lead = '' }: AmendmentTextProps) {
  const { roll, motions, recommendations } = meeting;
  const { by, at, version, original, text, reason, rebasedBy, standing } = amendment;
  const became = standingText(amendment, motions);
  const stale = standing.phase === 'open' && recommendations[amendment.motionId]?.version !== version;
  const about = [affiliationOf(roll, by), clockTime(at), words.from(version)].filter(Boolean).join(' · ');
  return (
    <div className={look['one']}>
      <p className={look['head']}>
        <b>{lead || nameOf(roll, by)}</b>
        <Tag tone={became.tone}>{became.text}</Tag>
        {stale && <Tag tone="amber">{words.stale}</Tag>}
      </p>
      <p className="small muted num">{about}</p>
      <TextDifference before={original} after={text} />
      {reason !== '' && <p className="small">{words.reasonOf(reason)}</p>}
      {rebasedBy !== null && rebasedBy !== by && <p className="small muted">{words.rebased(nameOf(roll, rebasedBy), version)}</p>}
      {became.reason !== '' && <p className={look['became']}>{`${became.text}：${became.reason}`}</p>}
    </div>
  );
}
