// Knows what is asked of what meetings have left, found again and taken in; not how it is kept.
import type { MeetingId } from '@xieshang/meeting';

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
