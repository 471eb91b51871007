// Knows what is asked of whoever keeps the keys of secret votes; not where they lie, nor how ballots are opened.
import type { MeetingId, VoteId } from '@xieshang/meeting';
import type { BallotBox } from '@xieshang/room';

/** Of one server. */
export interface Ballots extends BallotBox {
  /** V41. Why nobody's choice could be kept secret on its way here; null when it can. */
  readonly secrecyFails: 'plainHttp' | null;
  /** V40. The public key of a vote in the server's custody, one a vote; its private half is on disk before this returns. */
  makeKey(meeting: MeetingId, vote: VoteId): string;
}
