// Knows what is published of a counted secret vote, and how a receipt stands to it; not how it was counted.
import type { Hex } from './hex.ts';
import type { Mark } from './lines.ts';

export interface PublishedLine {
  readonly item: string;
  readonly mark: Mark;
  readonly tag: string;
}

export interface PublishedVote {
  readonly voteId: string;
  /** Of every accepted ballot, sorted. */
  readonly hashes: readonly Hex[];
  /** Sorted by tag; only where receipts are by tag. */
  readonly list?: readonly PublishedLine[];
}

/** R0. Whether the ballot with that hash is among those accepted. */
export const isAccepted = (hash: Hex, { hashes }: PublishedVote): boolean => hashes.includes(hash);

/** R1. What the published list says beside a tag; null: the tag is not there. */
export const lineOfTag = (tag: string, { list }: PublishedVote): PublishedLine | null => list?.find((line) => line.tag === tag) ?? null;

export type PublishedFailure =
  /** More ballots than voters took part, or than were issued: void by rule. */
  | 'TooManyBallots'
  | 'NotSorted'
  /** A hash or a tag stands there twice. */
  | 'Twice'
  /** The published list does not add up to the published count. */
  | 'OtherCount';

/** What anybody can check of a published vote without a key. `tallies`: by item and mark. */
export function publishedFailure(
  published: PublishedVote,
  count: {
    readonly issued: number;
    readonly participants: readonly string[];
    readonly tallies: Readonly<Record<string, Readonly<Partial<Record<Mark, number>>>>>;
  },
): PublishedFailure | null {
  const { hashes, list } = published;
  if (hashes.length !== count.participants.length || hashes.length > count.issued) return 'TooManyBallots';
  const tags = list?.map(({ tag }) => tag) ?? [];
  if (new Set(hashes).size < hashes.length || new Set(tags).size < tags.length) return 'Twice';
  if (!isSorted(hashes) || !isSorted(tags)) return 'NotSorted';
  if (!list) return null;
  const items = new Set([...Object.keys(count.tallies), ...list.map(({ item }) => item)]);
  const sameCount = [...items].every((item) =>
    (['approve', 'oppose', 'abstain'] as const).every(
      (mark) => (count.tallies[item]?.[mark] ?? 0) === list.filter((line) => line.item === item && line.mark === mark).length,
    ),
  );
  return sameCount ? null : 'OtherCount';
}

const isSorted = (texts: readonly string[]): boolean => texts.every((text, place) => place === 0 || (texts[place - 1] ?? '') <= text);
