// Knows who has not answered and whose device is away, wherever an answer is awaited; never what anyone answered.
import type { PersonId } from '@xieshang/meeting';
import type { ReactNode } from 'react';
import { useMeeting, useNote } from '../../../live/index.ts';
import { MoreOf, useFirstOf } from '../../../ui/first-of.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { nameOf } from '../../shared/people.ts';
import look from './vote.module.css';

const drawnAtOnce = 60;

interface NotAnsweredProps {
  readonly people: readonly PersonId[];
  /** What is said of them: when all have answered, how many have not, whose device is away, what is seen here and what is not. */
  readonly said: {
    readonly all: string;
    readonly missing: (n: number) => string;
    readonly offline: string;
    readonly onlySeen: ReactNode;
  };
  /** What may be done about it, beside the number. */
  readonly children?: ReactNode;
}

export function NotAnswered({ people, said, children }: NotAnsweredProps) {
  const { roll } = useMeeting();
  const online = useOnline();
  const first = useFirstOf(people, drawnAtOnce);
  return (
    <div className={look['missing']}>
      <div className="spread">
        <p className="small muted">{people.length === 0 ? said.all : said.missing(people.length)}</p>
        {children}
      </div>
      {people.length > 0 && (
        <ul>
          {first.shown.map((person) => (
            <li key={person} data-away={!online.has(person)}>
              {nameOf(roll, person)}
              {!online.has(person) && <Tag tone="amber">{said.offline}</Tag>}
            </li>
          ))}
        </ul>
      )}
      <MoreOf first={first} />
      <p className="small muted">{said.onlySeen}</p>
    </div>
  );
}

export const useOnline = (): ReadonlySet<string> => new Set(useNote().onlinePersons ?? []);

/** Those whose device is away come first: somebody has to go there. */
export const awayFirst = (people: Iterable<PersonId>, online: ReadonlySet<string>): readonly PersonId[] =>
  [...people].sort((one, other) => Number(online.has(one)) - Number(online.has(other)));
