// Knows what is asked of the text of minutes, its past, its issue and what is kept beside it; not how it is kept.
import type { MeetingId } from '@xieshang/meeting';
import type { HandedImage } from '@xieshang/minutes';

/** A line of a pattern: text, or a heading of that level. */
export interface PhraseBlock {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly text: string;
}

/** 用语 or 模板 of the committee, for those who write minutes. A term is one block of text. */
export interface Phrase {
  readonly id: string;
  readonly kind: 'term' | 'pattern';
  /** The group it is listed in. */
  readonly heading: string;
  readonly title: string;
  readonly blocks: readonly PhraseBlock[];
  /** How often it was put into minutes. */
  readonly uses: number;
}

export interface Phrases {
  list(): Promise<readonly Phrase[]>;
  /** Adds it or takes the place of the one with that id, whose uses stay. Null, and nothing is written, when there would be more than `most` of them. */
  save(phrase: Omit<Phrase, 'uses'> & { readonly by: string; readonly at: number }, most: number): Promise<Phrase | null>;
  /** False when there is none. */
  remove(id: string): Promise<boolean>;
  /** False when there is none. */
  countUse(id: string): Promise<boolean>;
}

export interface NewImage extends HandedImage {
  readonly meeting: MeetingId;
  readonly image: string;
  readonly by: string;
  readonly at: number;
}

/** The images of minutes. One that is there stays: a text may be issued with it. */
export interface Images {
  /** Stores the bytes, then the row. The same id with the same content is harmless. */
  add(image: NewImage, content: Uint8Array, most: number): Promise<'kept' | 'idTaken' | 'tooMany'>;
  /** All of a meeting, by id. */
  of(meeting: MeetingId): Promise<ReadonlyMap<string, HandedImage>>;
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** One document of minutes: another schema or generation is another document. */
export interface MinutesDocument {
  readonly id: string;
  readonly meeting: MeetingId;
  readonly schema: number;
  readonly generation: number;
}

/** What one Yjs update adds, and what becomes true with it. `author`, `person` null: the server itself. */
export interface MinutesUpdate {
  readonly author: string | null;
  readonly connection: string | null;
  readonly at: number;
  readonly bytes: Uint8Array;
  /** Facts it inserts. */
  readonly facts: readonly string[];
  /** Client ids it is the first to use. */
  readonly clients: readonly MinutesClient[];
}

export interface MinutesClient {
  readonly client: number;
  readonly person: string | null;
}

/** A cache of the updates up to `seq`; `outline` says where its parts are, null in one from before there were any. */
export interface MinutesSnapshot {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly outline: string | null;
}

export interface StoredMinutes {
  readonly snapshot: MinutesSnapshot | null;
  readonly facts: readonly string[];
  readonly clients: readonly MinutesClient[];
}

/** The minutes of all meetings as append-only logs; `seq` counts a document's updates from 1, without a gap. */
export interface MinutesStore {
  /** The newest generation in that schema. */
  find(meeting: MeetingId, schema: number): Promise<MinutesDocument | null>;
  /** One transaction: the document and its first update. False, and nothing is written, when it is there. */
  create(document: MinutesDocument, first: MinutesUpdate): Promise<boolean>;
  /** The newest document of an earlier schema, whose text goes on in this one. */
  findEarlier(meeting: MeetingId, schema: number): Promise<MinutesDocument | null>;
  /** Of minutes that are not there yet in any schema: after a restoration pages may know an earlier document of that meeting (Y2). */
  firstGeneration(): Promise<number>;
  load(document: string): Promise<StoredMinutes>;
  updates(document: string, after: number): Promise<readonly { readonly seq: number; readonly bytes: Uint8Array }[]>;
  /** One transaction; `conflict`, and nothing is written, when `after` is not the last `seq`. */
  append(document: string, after: number, updates: readonly MinutesUpdate[]): Promise<'appended' | 'conflict'>;
  /** Replaces the one before. */
  saveSnapshot(document: string, snapshot: MinutesSnapshot): Promise<void>;
  /** The manuscript as it is issued; the same again is harmless. */
  saveIssued(issued: IssuedMinutes): Promise<void>;
  findIssued(meeting: MeetingId, hash: string): Promise<IssuedMinutes | null>;
}

/** A version somebody named: a moment of a document. */
export interface NamedVersion {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly by: string;
  readonly at: number;
}

/** What is kept of the minutes' past: the log itself, and the names somebody gave to moments of it. */
export interface MinutesHistoryStore {
  /** The documents in which the minutes of a meeting were written, one after the other: a restoration begins another with the same text. */
  lineage(meeting: MeetingId, schema: number): Promise<readonly { readonly document: string; readonly head: number }[]>;
  /** Y13. */
  clients(document: string): Promise<readonly MinutesClient[]>;
  /** As many changes after `after` as there are, at most `most`, in order. */
  changes(
    document: string,
    after: number,
    most: number,
  ): Promise<readonly { readonly seq: number; readonly author: string | null; readonly at: number; readonly bytes: Uint8Array }[]>;
  /** By the moment they name. */
  versions(document: string): Promise<readonly NamedVersion[]>;
  /** The same again is harmless and gives the first answer; null when the id names another version. */
  nameVersion(document: string, version: NamedVersion): Promise<NamedVersion | null>;
}

export interface IssuedMinutes {
  readonly meeting: MeetingId;
  readonly hash: string;
  /** JSON text. */
  readonly manuscript: string;
  readonly at: number;
}

/** What the minutes' desk remembers of one meeting beside the text; turns are added, none is changed. */
export interface DeskMemory {
  /** N2. Every passage as it was ever drafted, oldest first. */
  drafted(meeting: MeetingId): Promise<{ readonly revision: number; readonly passages: readonly DraftedPassage[] }>;
  /** `conflict`, and nothing is written, when `after` is not the last revision: another desk has drafted. */
  addDrafted(turn: {
    readonly meeting: MeetingId;
    readonly after: number;
    readonly passages: readonly DraftedPassage[];
    readonly by: string;
    readonly at: number;
  }): Promise<'added' | 'conflict'>;
  /** N5. The findings that are kept as they stand, each with its latest reason. */
  kept(meeting: MeetingId): Promise<readonly KeptFinding[]>;
  /** An empty reason takes it back. */
  keep(turn: KeptFinding & { readonly meeting: MeetingId }): Promise<void>;
}

export interface DraftedPassage {
  readonly passage: string;
  readonly text: string;
}

/** `finding`: the sentence and what the record says, so that it counts no longer once either changes. */
export interface KeptFinding {
  readonly finding: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** One entry as it is stored; `act` is JSON text. */
export interface RemarkRow {
  readonly seq: number;
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly act: string;
}

/** The remarks on the minutes of all meetings, append-only; `seq` counts a meeting's entries from 1, without a gap. */
export interface RemarkStore {
  /** In order. */
  after(meeting: MeetingId, seq: number): Promise<readonly RemarkRow[]>;
  /** `conflict`, and nothing is written, when the number or the id is taken. */
  append(meeting: MeetingId, row: RemarkRow): Promise<'appended' | 'conflict'>;
  /** The number of each meeting's newest entry. */
  newest(): Promise<ReadonlyMap<MeetingId, number>>;
  /** The same again is harmless. */
  see(meeting: MeetingId, person: string, seqs: readonly number[]): Promise<void>;
  seenBy(meeting: MeetingId, person: string): Promise<ReadonlySet<number>>;
}
