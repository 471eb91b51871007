// Knows how all that is published of a counted secret vote is shown, for whoever wants to read it line by line.
import type { SecretVote } from '@xieshang/meeting';
import { isTag, wordsOfTag } from '@xieshang/protocol/sealed';
import { useMeeting } from '../live/index.ts';
import { nameOf } from '../meeting/shared/people.ts';
import { Card } from '../ui/Card.tsx';
import { roomWords } from '../words/zh/room.ts';
import { secretVoteWords as words } from '../words/zh/secret-vote.ts';
import type { Given } from './receipt-check.ts';
import look from './secret-vote.module.css';

interface PublishedProps {
  readonly vote: Extract<SecretVote, { phase: 'counted' }>;
  readonly given: Given | null;
  readonly name: (item: string) => string;
}

export function Published({ vote: { count, destroyedAt }, given, name }: PublishedProps) {
  const { roll } = useMeeting();
  const mine = new Set(given?.tags.map(({ tag }) => tag));
  const { hash } = given ?? { hash: null };
  return (
    <Card>
      <h2>{words.checkAll}</h2>
      <p>
        {words.checkFigures(count.issued, count.returned, count.spoilt)}
        <span className="small muted">{`　${destroyedAt === null ? words.destroying : words.destroyed}`}</span>
      </p>
      <p className="small">{words.checkMarks}</p>
      <ul className={look['listed']}>
        {Object.entries(count.tallies).map(([item, marks]) => (
          <li key={item}>
            <span>{name(item)}</span>
            <span className="num">
              {(['approve', 'oppose', 'abstain'] as const).map((mark) => `${roomWords.choices[mark]} ${marks[mark]}`).join('　')}
            </span>
          </li>
        ))}
      </ul>
      {count.list && (
        <details className={look['fold']}>
          <summary>{words.checkList}</summary>
          <ul className={look['listed']}>
            {count.list.map(({ item, mark, tag }) => (
              <li key={tag} data-mine={mine.has(tag) ? 'yes' : undefined}>
                <span>{isTag(tag) ? wordsOfTag(tag) : tag}</span>
                <span>{`${name(item)} · ${roomWords.choices[mark]}`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className={look['fold']}>
        <summary>{words.checkHashes(count.hashes.length)}</summary>
        <ul className={look['listed']}>
          {count.hashes.map((one) => (
            <li key={one} className={look['code']} data-mine={hash !== null && one.startsWith(hash) ? 'yes' : undefined}>
              {one}
            </li>
          ))}
        </ul>
      </details>
      <details className={look['fold']}>
        <summary>{words.checkPersons(count.participants.length)}</summary>
        <p>{count.participants.map((person) => nameOf(roll, person)).join('、')}</p>
      </details>
    </Card>
  );
}
