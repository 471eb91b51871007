// Knows what the server's doors give and take (docs/protocol.md §1); not how they are called.
import type { Manuscript } from '@xieshang/minutes';
import type { Material, Meeting, MeetingId, OpenItem, PersonId, Plan, Role as RollRole, Rules, Stage } from '@xieshang/meeting';

export type Role = RollRole | 'admin';

export interface Person {
  readonly account: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly admin: boolean;
  /** Set: signed in by an invite link, and only to this meeting. */
  readonly scope: MeetingId | null;
}

export interface Committee {
  readonly name: string;
  readonly zone: string;
  readonly mode: 'demo' | 'live';
  readonly version: string;
  readonly setupNeeded: boolean;
}

export interface Template {
  readonly templateId: string;
  readonly name: string;
  readonly stages: readonly Stage[];
}

export interface Defaults {
  readonly rules: Rules;
  readonly templates: readonly Template[];
  readonly sectors: readonly string[];
}

export interface Account {
  readonly account: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly sector: string | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly disabled: boolean;
}

export interface NewAccount {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly sector?: string;
  readonly unit?: string;
  readonly title?: string;
  readonly password: string;
}

export interface Device {
  readonly sessionId: string;
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly current: boolean;
}

export type MeetingPhase = 'draft' | 'convened' | 'inSession' | 'suspended' | 'concluded' | 'cancelled';

export interface MeetingSummary {
  readonly meeting: MeetingId;
  readonly kind: 'consultation' | 'rehearsal';
  readonly title: string;
  readonly topic: string;
  readonly place: string;
  readonly startsAt: number;
  readonly phase: MeetingPhase;
  /** The reader's own part; null: may look after it without being on the roll. */
  readonly role: Role | null;
  readonly eligible: number;
}

export interface PhraseBlock {
  /** 0 is text, 1–4 a heading of that level. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly text: string;
}

/** 用语 (`term`, one block of text) or 模板 (`pattern`). */
export interface Phrase {
  readonly id: string;
  readonly kind: 'term' | 'pattern';
  readonly heading: string;
  readonly title: string;
  readonly blocks: readonly PhraseBlock[];
  /** How often it was put into minutes. */
  readonly uses: number;
}

export interface Draft {
  readonly meeting: MeetingId;
  readonly version: number;
  readonly savedAt: number;
  readonly savedBy: PersonId;
  readonly plan: Plan;
}

export type { Material, MeetingId, PersonId, Plan, Rules, Stage };

/** Issued minutes by their 发文字号. */
export interface GivenNumber {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly number: string;
  readonly issuedAt: number;
}

export interface DocumentNumbers {
  readonly kind: string;
  /** Newest first. */
  readonly given: readonly GivenNumber[];
}

/** 遗留事项, with people by name. `closed.meeting` is null where the reader may not read that meeting. */
export interface LeftOpen extends Omit<OpenItem, 'asker' | 'department'> {
  readonly asker: string | null;
  readonly department: string | null;
  readonly closed: {
    readonly meeting: MeetingId | null;
    readonly title: string | null;
    readonly reference: string;
    readonly at: number;
  } | null;
}

export interface OpenItems {
  readonly carried: readonly { readonly from: GivenNumber & { readonly startsAt: number }; readonly items: readonly LeftOpen[] }[];
  readonly own: readonly LeftOpen[];
}

/** 会议 · 发言 · 答复 · 建议 · 纪要 */
export type ExtractKind = 'meeting' | 'speech' | 'answer' | 'recommendation' | 'minutes';

/** A piece of what a meeting has left. */
export interface Extract {
  readonly meeting: MeetingId;
  readonly meetingTitle: string;
  readonly startsAt: number;
  /** Of another house, whose file was taken in. */
  readonly fromElsewhere: boolean;
  readonly kind: ExtractKind;
  readonly ref: string;
  readonly title: string;
  readonly text: string;
}

export interface FoundExtracts {
  /** Newest meeting first. */
  readonly found: readonly Extract[];
  /** What asks for the page behind this one; null at the end. */
  readonly next: string | null;
}

/** 卷宗: a consultation's whole file that came from elsewhere. */
export interface ArchiveRow {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly topic: string;
  readonly startsAt: number;
  /** Of the key that vouches for it. */
  readonly fingerprint: string;
  readonly bytes: number;
  readonly importedAt: number;
}

export interface OpenedArchive {
  readonly archive: ArchiveRow;
  readonly meeting: Exclude<Meeting, { readonly phase: 'notConvened' }>;
  readonly manuscript: Manuscript | null;
  readonly evidence: { readonly seq: number; readonly head: string; readonly fingerprint: string; readonly votes: number };
}
