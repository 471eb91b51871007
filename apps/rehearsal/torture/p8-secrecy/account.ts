// What P8 knows of its votes and has found so far; what must be found nowhere stands here too.
import type { Mark, SealedVote } from '@xieshang/protocol/sealed';

export type Receipt = SealedVote['receipt'];

/** What one ballot was, as only its voter and we know. */
export interface Cast {
  readonly person: string;
  readonly mark: Mark;
  readonly tag: string;
  readonly ciphertext: string;
}

/** All that has been found to be wrong, and all that must be found nowhere. */
export interface Account {
  readonly wrong: string[];
  readonly casts: Cast[];
  readonly privateKeys: string[];
  readonly taus: { readonly storage: number[]; readonly hashes: number[]; readonly list: number[] };
  /** Characters of the frames of ballots, by what a voter is given to find it again. */
  readonly frames: Readonly<Record<Receipt, Set<number>>>;
  /** Ciphertexts that the search did find while they had to be there: a search that finds nothing proves nothing. */
  seenWhileOpen: number;
  leftAfter: number;
  kills: number;
  said: string;
}
