// Knows what is asked of the list of meetings, drafts, materials, private words, jottings and the rooms; not how they are kept.
import type { Jotting, MeetingId, OpenItem, Plan, Role } from '@xieshang/meeting';
import type { Look } from '@xieshang/room';

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
  /** Hex; empty once erased. */
  readonly salt: string;
  /** Null once erased. */
  readonly text: string | null;
}

export interface PrivateWords {
  /** The same author, id and text give the first answer again; null when the id has other words. */
  add(word: PrivateWord): Promise<PrivateWord | null>;
  find(meeting: MeetingId, digest: string): Promise<PrivateWord | null>;
  /** The text, and the salt it could be guessed with; what is erased already, or another person's, stays as it is. */
  erase(meeting: MeetingId, word: Pick<PrivateWord, 'author' | 'digest'>): Promise<void>;
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

/** The office's jottings of all meetings; `revision` counts a meeting's changes from 1, and a jotting bears that of its last. */
export interface JottingStore {
  /** Those changed after that, by revision. */
  after(meeting: MeetingId, revision: number): Promise<readonly Jotting[]>;
  /** New, or in place of what is under its id. `conflict`, and nothing is written, unless its revision is the next one. */
  put(meeting: MeetingId, jotting: Jotting): Promise<'written' | 'conflict'>;
  /** The number of each meeting's last change. */
  newest(): Promise<ReadonlyMap<MeetingId, number>>;
}
