// A ballot box whose ballots are sealed with nothing: `m1=approve m2=oppose`, empty for a blank one; a key fits when it names its public half. Knows no rule.
import type { Choice, PersonId, SealedMarks, SealedOutcome, SealedPaper, VoteId } from '@xieshang/meeting';
import { digestOf } from '@xieshang/protocol';
import type { BallotBox, KeptBallot } from '@xieshang/room';

type Mark = readonly [item: string, mark: Choice];

const none: SealedMarks = { approve: 0, oppose: 0, abstain: 0 };

/** Null: 废票. */
function read({ items, marks, most }: SealedPaper, { ciphertext }: KeptBallot): readonly Mark[] | null {
  const parts = ciphertext === '' ? [] : ciphertext.split(' ').map((part) => part.split('='));
  const found = parts.flatMap(([item = '', mark, ...more]): Mark[] => {
    const known = marks.find((one) => one === mark);
    return known && items.includes(item) && more.length === 0 ? [[item, known]] : [];
  });
  const whole = found.length === parts.length && new Set(found.map(([item]) => item)).size === found.length && found.length <= most;
  return whole ? found : null;
}

export const privateKeyOf = (publicKey: string): string => `opens ${publicKey}`;

export function plainBox(): BallotBox {
  const handedIn = new Map<VoteId, Set<PersonId>>();
  return {
    hashOf: digestOf,
    receipt: ({ hash }) => ({ key: 'key', signature: `signed ${hash}` }),
    count: (_meeting, { voteId, keys, paper, receipt, voterRoll }, ballots): SealedOutcome => {
      const participants = ballots.map(({ voter }) => voter).toSorted();
      const returned = { returned: ballots.length, participants, hashes: ballots.map(({ hash }) => hash).toSorted() };
      if (keys.custody === 'scrutineers' && (handedIn.get(voteId)?.size ?? 0) < 2) return { as: 'returned', ...returned };
      const good = ballots.flatMap((ballot) => {
        const marks = read(paper, ballot);
        return marks ? [{ marks, hash: ballot.hash }] : [];
      });
      const tallies = new Map(paper.items.map((item) => [item, none]));
      for (const [item, mark] of good.flatMap(({ marks }) => marks)) {
        const before = tallies.get(item) ?? none;
        tallies.set(item, { ...before, [mark]: before[mark] + 1 });
      }
      const list = good.flatMap(({ marks, hash }) => marks.map(([item, mark]) => ({ item, mark, tag: `${hash}.${item}` })));
      const count = {
        ...{ voteId, issued: voterRoll.length, ...returned },
        spoilt: ballots.length - good.length,
        blank: good.filter(({ marks }) => marks.length === 0).length,
        tallies: Object.fromEntries(tallies),
        ...(receipt === 'tag' && { list: list.toSorted((one, other) => (one.tag < other.tag ? -1 : 1)) }),
      };
      return { as: 'counted', count };
    },
    handIn: (_meeting, { voteId, keys }, person, privateKey) => {
      const holder = keys.custody === 'scrutineers' ? keys.holders.find((one) => one.person === person) : undefined;
      if (!holder || privateKey !== privateKeyOf(holder.publicKey)) return 'wrong';
      handedIn.set(voteId, (handedIn.get(voteId) ?? new Set()).add(person));
      return 'fits';
    },
    destroyKeys: async () => undefined,
  };
}
