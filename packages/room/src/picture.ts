// What a browser has before it of a meeting: what is confirmed, what is under way, and whether it is to be trusted. Knows not how it comes about.
import { initial, type Command, type CommandId, type Meeting, type MeetingId, type PersonId } from '@xieshang/meeting';
import { firstHead, type AnyRefusal, type Answer, type Hash, type SignedEpoch, type Standing } from '@xieshang/protocol';

export interface Pending {
  readonly id: CommandId;
  readonly body: Command;
}

/** What became of a ballot that was sent from here, by this page or by one before it. */
export interface Answered extends Pending {
  readonly answer: Answer;
}

/** Law 5. A restored server has set its log back behind what was seen here; whether it has signed that is for `@xieshang/room/set-back` to say. */
export interface SetBack {
  readonly meeting: MeetingId;
  readonly before: Pick<Picture, 'state' | 'you' | 'seq' | 'pending'>;
  readonly after: Pick<Picture, 'state' | 'seq' | 'head'>;
  /** The heads that were seen, as far as the facts were followed one by one. */
  readonly heads: ReadonlyMap<number, Hash>;
  /** The server's key as it was known, and as it is named now. */
  readonly keys: { readonly before: string | null; readonly now: string };
  /** Said for the first time now. */
  readonly epochs: readonly SignedEpoch[];
}

export interface Picture {
  readonly state: Meeting;
  readonly you: PersonId | null;
  readonly seq: number;
  readonly head: Hash;
  /** Not answered yet, or accepted and its facts not here yet. */
  readonly pending: readonly Pending[];
  /** What the outbox held and was answered since the page began; oldest first. */
  readonly answered: readonly Answered[];
  /** Law 5. The chain or the head did not match what was seen before: not to be trusted until explained. */
  readonly chain: 'holds' | 'broken';
  /** Why it may be broken, where the server gives a reason. */
  readonly setBack: SetBack | null;
  /** What the server can be held to, as it said last. */
  readonly standing: Standing | null;
  readonly refused: AnyRefusal | null;
}

/** Before the first hello. */
export const nothingSeen = (meeting: MeetingId): Picture => ({
  ...{ state: initial, you: null, seq: 0, head: firstHead(meeting), pending: [], answered: [] },
  ...{ chain: 'holds', setBack: null, standing: null, refused: null },
});
