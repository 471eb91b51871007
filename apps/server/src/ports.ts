// Knows what the server's parts ask of the store and of one another; not how any of it is done.
import type { MeetingId, OpenItem, Plan, Role } from '@xieshang/meeting';
import type { HandedImage } from '@xieshang/minutes';
import type { SignedEpoch } from '@xieshang/protocol';
import type { Look } from '@xieshang/room';

/** Epoch ms. */
export type Clock = () => number;
export type Random = (bytes: number) => Uint8Array;

/** Whether a commit gets to the disk now, and if not, why. */
export type Readiness = 'ready' | 'diskIsFull' | 'diskRefuses';

export type AccountRole = Role | 'admin';

/** Somebody as the rest of the server sees them. `scope`: an invite's session reaches this meeting only. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly admin: boolean;
  readonly scope: MeetingId | null;
}

export interface Account {
  readonly account: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly sector: string | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly disabled: boolean;
}

/** `passwordHash` null: reachable by invite only. `rehearsal`: made for a rehearsal, stands in no list. */
export interface NewAccount extends Account {
  readonly passwordHash: string | null;
  readonly rehearsal: boolean;
}

export interface Accounts {
  /** Without those of rehearsals, by account. */
  list(): Promise<readonly Account[]>;
  find(account: string): Promise<Account | null>;
  passwordHash(account: string): Promise<string | null>;
  /** False, and nothing is written, when the name is taken. */
  add(account: NewAccount): Promise<boolean>;
  /** Adds those that are not there yet. */
  addMissing(accounts: readonly NewAccount[]): Promise<void>;
  /** Null when there is no such account. `LastAdmin` when nobody could administer afterwards. */
  change(account: string, changes: Partial<Omit<Account, 'account'>>): Promise<Account | 'LastAdmin' | null>;
  setPasswordHash(account: string, hash: string): Promise<void>;
  /** People who could sign in; 0 means the committee is not set up. */
  count(): Promise<number>;
}

export interface Committee {
  readonly name: string;
  /** IANA zone that times are shown in. */
  readonly zone: string;
}

export interface CommitteeStore {
  read(): Promise<Committee>;
  rename(name: string): Promise<void>;
}

export interface SetupLinks {
  /** The earlier links stop working. */
  replace(tokenHash: string): Promise<void>;
  /** One transaction: uses the link up and adds the first administrator; false when the link is not, or no longer, good. */
  redeem(tokenHash: string, committeeName: string, first: NewAccount): Promise<boolean>;
}

/** A session as it is stored: never the id itself. */
export interface SessionRow {
  readonly idHash: string;
  readonly account: string;
  readonly scope: MeetingId | null;
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** When it ends unless it is used again. */
  readonly expiresAt: number;
  /** When it ends however much it is used. */
  readonly absoluteAt: number;
}

export interface SessionStore {
  add(row: SessionRow): Promise<void>;
  find(idHash: string): Promise<SessionRow | null>;
  ofAccount(account: string): Promise<readonly SessionRow[]>;
  /** Seen by whoever asks at once, on disk a moment later. */
  touch(idHash: string, lastSeenAt: number, expiresAt: number): Promise<void>;
  remove(idHashes: readonly string[]): Promise<void>;
  expired(now: number): Promise<readonly SessionRow[]>;
}

export interface Invite {
  readonly tokenHash: string;
  readonly meeting: MeetingId;
  readonly person: string;
  /** Hash of the device that redeemed it first. */
  readonly deviceHash: string | null;
}

export interface Invites {
  /** Each replaces the earlier invite of that person to that meeting. */
  replace(invites: readonly Omit<Invite, 'deviceHash'>[]): Promise<void>;
  find(tokenHash: string): Promise<Invite | null>;
  /** False when another device was first. */
  bind(tokenHash: string, deviceHash: string): Promise<boolean>;
}

export type MeetingPhase = 'draft' | 'convened' | 'inSession' | 'suspended' | 'concluded' | 'cancelled';

/** What the list of meetings knows of one. */
export interface MeetingRow {
  readonly meeting: MeetingId;
  readonly kind: 'consultation' | 'rehearsal';
  readonly phase: MeetingPhase;
  readonly title: string;
  readonly topic: string;
  readonly place: string;
  readonly startsAt: number;
  readonly plannedMinutes: number;
  /** 应到 */
  readonly eligible: number;
}

export interface MeetingSummary extends Omit<MeetingRow, 'plannedMinutes'> {
  /** The reader's role on the roll. */
  readonly role: Role | null;
}

export interface Seat {
  readonly person: string;
  readonly role: Role;
  readonly name: string;
}

/** Writing half of the meeting list: for the read model and the drafts only. */
export interface MeetingListWriter {
  put(row: Omit<MeetingRow, 'eligible'>, seats: readonly Seat[]): Promise<void>;
  patch(meeting: MeetingId, changes: Partial<Pick<MeetingRow, 'phase' | 'startsAt' | 'plannedMinutes'>>): Promise<void>;
  /** The minutes are issued. */
  number(meeting: MeetingId, number: string, issuedAt: number): Promise<void>;
  /** Closed once more in the same meeting, an item stays as it was. */
  closeItem(closing: ItemClosing): Promise<void>;
  seat(meeting: MeetingId, seat: Seat): Promise<void>;
  unseat(meeting: MeetingId, person: string): Promise<void>;
  /** Shows a material to those its circle reaches, or stops showing it. */
  showMaterial(meeting: MeetingId, materialId: string, circle: MaterialCircle | null): Promise<void>;
}

export interface MeetingList {
  /** Newest first. `everything`: also those the person is not on the roll of, and drafts. */
  of(person: string, everything: boolean): Promise<readonly MeetingSummary[]>;
  find(meeting: MeetingId): Promise<MeetingRow | null>;
  seatOf(meeting: MeetingId, person: string): Promise<Seat | null>;
  /** Issued minutes of all meetings but rehearsals, the newest first. */
  numbered(): Promise<readonly GivenNumber[]>;
  /** What was closed, in whichever meeting, oldest first. */
  closings(): Promise<readonly ItemClosing[]>;
}

/** An item as it is read: people by name, and where it was closed. */
export interface LeftOpen extends Omit<OpenItem, 'asker' | 'department'> {
  readonly asker: string | null;
  readonly department: string | null;
  /** `meeting` and `title` are null to whoever may not read that meeting. */
  readonly closed: {
    readonly meeting: MeetingId | null;
    readonly title: string | null;
    readonly reference: string;
    readonly at: number;
  } | null;
}

export interface OpenItemsReader {
  /**
   * M18. `carried`: what minutes issued before this meeting left open, but for what was closed by then, the newest meeting first;
   * `own`: what this one leaves open, once it is over. Null to who may not read its minutes.
   */
  readFor(
    meeting: MeetingId,
    reader: { readonly account: string; readonly everything: boolean; readonly scope: MeetingId | null },
  ): Promise<{
    readonly carried: readonly { readonly from: GivenNumber; readonly items: readonly LeftOpen[] }[];
    readonly own: readonly LeftOpen[];
  } | null>;
}

/** Issued minutes by their 发文字号. */
export interface GivenNumber {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly startsAt: number;
  readonly number: string;
  readonly issuedAt: number;
}

/** M19. An item left open by `from` was closed in `meeting`. */
export interface ItemClosing {
  readonly from: MeetingId;
  readonly item: string;
  readonly meeting: MeetingId;
  readonly reference: string;
  readonly at: number;
}

export interface Draft {
  readonly meeting: MeetingId;
  readonly version: number;
  readonly savedAt: number;
  readonly savedBy: string;
  readonly plan: Plan;
}

export interface Drafts {
  /** Null when the meeting id is taken. */
  add(draft: Omit<Draft, 'version'>): Promise<Draft | null>;
  find(meeting: MeetingId): Promise<Draft | null>;
  /** Stores the next version; null, and nothing is written, when `version` is not the stored one or the meeting is no draft any more. */
  save(draft: Draft): Promise<Draft | null>;
  /** False when there is none or the meeting is convened. */
  remove(meeting: MeetingId): Promise<boolean>;
}

export type MaterialCircle = 'public' | 'members';

export interface StoredMaterial {
  readonly meeting: MeetingId;
  readonly materialId: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly circle: MaterialCircle;
  /** Part of the meeting; before that only the office sees it. */
  readonly shown: boolean;
}

export interface Materials {
  /** Stores the bytes, then the row. The same id with other content is refused with null; the same again is harmless. */
  add(material: Omit<StoredMaterial, 'shown'>, content: Uint8Array): Promise<StoredMaterial | null>;
  find(meeting: MeetingId, materialId: string): Promise<StoredMaterial | null>;
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface PrivateWord {
  readonly digest: string;
  readonly meeting: MeetingId;
  readonly wordId: string;
  readonly author: string;
  /** Hex. */
  readonly salt: string;
  /** Null once erased. */
  readonly text: string | null;
}

export interface PrivateWords {
  /** The same author, id and text give the first answer again; null when the id has other words. */
  add(word: PrivateWord): Promise<PrivateWord | null>;
  find(meeting: MeetingId, digest: string): Promise<PrivateWord | null>;
}

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

export type SecurityEntry =
  | 'signInFailed'
  | 'denied'
  | 'setUp'
  | 'accountAdded'
  | 'accountChanged'
  | 'passwordChanged'
  | 'passwordReset'
  | 'signedOutEverywhere'
  | 'inviteMade'
  | 'inviteRefused'
  | 'forkReported';

export interface SecurityLog {
  /** `by` did it to `subject`; accounts only, never tokens or what was typed. */
  note(entry: { readonly kind: SecurityEntry; readonly by: string | null; readonly subject: string | null }): Promise<void>;
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

/** 会议 · 发言 · 答复 · 建议 · 纪要 */
export const extractKinds = ['meeting', 'speech', 'answer', 'recommendation', 'minutes'] as const;
export type ExtractKind = (typeof extractKinds)[number];

/** `readers`: who reads issued minutes (M10); `members` and `public` as elsewhere (W1); `office`: those who look after all meetings, who read all. */
export type ExtractCircle = 'public' | 'readers' | 'members' | 'office';

/** A piece of what meetings have left, as it is found again. */
export interface Extract {
  readonly kind: ExtractKind;
  /** Of the speech, the motion or the block; tells where in the meeting it stands. */
  readonly ref: string;
  readonly circle: ExtractCircle;
  /** What it is: 建议3, 纪要〔2022〕3号 · 一、协商情况. */
  readonly title: string;
  readonly text: string;
}

export interface FoundExtract extends Omit<Extract, 'circle'> {
  /** Names it in the index; the next page begins behind it. */
  readonly id: number;
  readonly meeting: MeetingId;
  readonly meetingTitle: string;
  readonly startsAt: number;
  /** Of a consultation of another house, whose file was taken in. */
  readonly fromElsewhere: boolean;
}

export interface ExtractQuestion {
  readonly typed: string;
  /** Empty: all. */
  readonly kinds: readonly ExtractKind[];
  readonly after: { readonly startsAt: number; readonly id: number } | null;
  readonly most: number;
}

/** Whose eyes look: those who look after all see every meeting, others those they sit in, each as far as the circle goes. */
export interface ExtractReader {
  readonly person: string;
  readonly everything: boolean;
  readonly scope: MeetingId | null;
}

/** A consultation's whole file that came from elsewhere, as the list of them shows it. */
export interface ArchiveRow {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly topic: string;
  readonly startsAt: number;
  /** Of the key that vouches for it. */
  readonly fingerprint: string;
  /** Of the file. */
  readonly sha256: string;
  readonly bytes: number;
  readonly importedAt: number;
  readonly importedBy: string;
}

export interface ArchiveStore {
  /** Newest meeting first. */
  list(): Promise<readonly ArchiveRow[]>;
  find(meeting: MeetingId): Promise<ArchiveRow | null>;
  /** The bytes first, then the row. The same file again is harmless; null when the meeting has another. */
  add(row: ArchiveRow, file: Uint8Array): Promise<ArchiveRow | null>;
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** The extracts of all meetings; a copy that can be made again from the logs at any time. */
export interface Extracts {
  /** Up to which fact a meeting has been read; 0 for not at all. */
  readUpTo(meeting: MeetingId): Promise<number>;
  /** One transaction: what was there of the meeting gives way. */
  replace(meeting: MeetingId, seq: number, extracts: readonly Extract[]): Promise<void>;
  /** Newest meeting first. Null when nothing can be asked for: no letter, digit or character was typed. */
  find(
    reader: ExtractReader,
    question: ExtractQuestion,
  ): Promise<{ readonly found: readonly FoundExtract[]; readonly more: boolean } | null>;
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

/** Law 5. What a restoration said of one meeting, or, with null, of all that had no log. */
export interface EpochRow {
  readonly restoredAt: number;
  readonly meeting: string | null;
  readonly signed: SignedEpoch;
}

export interface Epochs {
  /** Oldest first. */
  all(): Promise<readonly EpochRow[]>;
  add(rows: readonly EpochRow[]): Promise<void>;
}

/** What was signed of a meeting's log when it had `size` facts, and why then. */
export interface CheckpointRow {
  readonly meeting: MeetingId;
  readonly size: number;
  /** Lower-case hex. */
  readonly publicKey: string;
  readonly alg: string;
  readonly cause: string;
  readonly at: number;
  /** A C2SP signed note. */
  readonly note: string;
}

/** Append-only. */
export interface Checkpoints {
  /** Smallest first. */
  of(meeting: MeetingId): Promise<readonly CheckpointRow[]>;
  /** One that is there under that size and key stays as it is. */
  add(row: CheckpointRow): Promise<void>;
}

export interface Refused {
  readonly type: string;
  readonly [detail: string]: unknown;
}

/** The meetings, live: every command goes through here. */
export interface Rooms {
  /** What somebody of the roll would be welcomed with, without coming in; null to anybody else. */
  look(meeting: MeetingId, person: string): Promise<Look | null>;
  submit(
    meeting: MeetingId,
    request: { readonly type: 'ConveneMeeting'; readonly plan: Plan },
    envelope: { readonly by: string; readonly command: string },
  ): Promise<{ readonly ok: true; readonly seq: number } | { readonly ok: false; readonly refusal: Refused }>;
}
