// Knows how opened ballots become a count that tells of nobody; not where the keys come from.
import type { Choice, SealedMarks, PublishedMark, Returned, SealedCount, SecretVote } from '@xieshang/meeting';
import type { BallotLine } from '@xieshang/protocol/sealed';
import type { KeptBallot } from '@xieshang/room';

/** Who gave a ballot and which ballots there are: two lists, each in its own order. */
export const returnedOf = (ballots: readonly KeptBallot[]): Returned => ({
  returned: ballots.length,
  participants: ballots.map(({ voter }) => voter).toSorted(byCode),
  hashes: ballots.map(({ hash }) => hash).toSorted(byCode),
});

/** Null for a ballot that cannot be opened or is none of that vote: 废票, returned and counted all the same. */
export type Opener = (ciphertext: string) => readonly BallotLine[] | null;

/** V44. Once, in memory. Ballots that bear the same tag are all 废票: nobody but their voters can have agreed on it. */
export function countBallots(vote: SecretVote, ballots: readonly KeptBallot[], open: Opener): SealedCount {
  const opened = ballots.flatMap(({ ciphertext }) => {
    const lines = open(ciphertext);
    return lines ? [lines] : [];
  });
  const uses = new Map<string, number>();
  for (const { tag } of opened.flat()) if (tag !== '') uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const valid = opened.filter((lines) => lines.every(({ tag }) => tag === '' || uses.get(tag) === 1));
  const lines = valid.flat();
  return {
    voteId: vote.voteId,
    issued: vote.voterRoll.length,
    ...returnedOf(ballots),
    spoilt: ballots.length - valid.length,
    blank: valid.filter((marked) => marked.length === 0).length,
    tallies: talliesOf(vote, lines),
    ...(vote.receipt === 'tag' && { list: lines.map(published).toSorted((one, other) => byCode(one.tag, other.tag)) }),
  };
}

const published = ({ item, mark, tag }: BallotLine): PublishedMark => ({ item, mark, tag });

function talliesOf({ paper }: SecretVote, lines: readonly BallotLine[]): Readonly<Record<string, SealedMarks>> {
  const tallies = new Map<string, Record<Choice, number>>();
  const blank = (): Record<Choice, number> => ({ approve: 0, oppose: 0, abstain: 0 });
  // Whom nobody wrote in is not named.
  for (const item of paper.items) if (!item.startsWith('person:')) tallies.set(item, blank());
  for (const { item, mark } of lines) {
    const marks = tallies.get(item) ?? blank();
    marks[mark] += 1;
    tallies.set(item, marks);
  }
  return Object.fromEntries(tallies);
}

/** As the bytes go, not as a language would have it. */
const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
