// Knows how it is said who has entered a count and whether two counts agree, of a vote as of an election; not what is counted.
import type { PersonId } from '@xieshang/meeting';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import { nameOf } from '../../shared/people.ts';
import type { Agreement } from './counts.ts';

type By<Entered> = Readonly<Record<PersonId, Entered>>;

/** Whoever has not counted yet is not told what another has: two counts are worth more than one said twice. */
export function CountedByOthers({ counts }: { readonly counts: By<unknown> }) {
  const { roll } = useMeeting();
  const { person: me } = useViewer();
  const others = (Object.keys(counts) as PersonId[]).filter((person) => person !== me);
  return others.length === 0 ? null : (
    <p className="small muted">{words.countHidden(others.map((person) => nameOf(roll, person)).join('、'))}</p>
  );
}

/** Each with the words for whose it is; the own one first. */
export function useEntered<Entered>(counts: By<Entered>) {
  const { roll } = useMeeting();
  const { person: me } = useViewer();
  return (Object.entries(counts) as [PersonId, Entered][])
    .sort(([one], [other]) => Number(other === me) - Number(one === me))
    .map(([person, count]) => ({ person, count, by: person === me ? words.countMine : words.countOf(nameOf(roll, person)) }));
}

interface AgreementTagProps {
  readonly kind: Agreement['kind'];
  /** What may be done once they agree. */
  readonly agrees: string;
}

export function AgreementTag({ kind, agrees }: AgreementTagProps) {
  switch (kind) {
    case 'none':
      return null;
    case 'alone':
      return <Tag tone="amber">{words.countAlone}</Tag>;
    case 'differs':
      return <Tag tone="seal">{words.countDiffers}</Tag>;
    case 'agrees':
      return <Tag tone="jade">{agrees}</Tag>;
  }
}
