// Knows what the HTTP resources need from the rest of the server; not where it comes from.
import type { Circle, Correction, Meeting, MeetingId } from '@xieshang/meeting';
import type { Manuscript } from '@xieshang/minutes';
import type { ArchiveFault, OpenedArchive } from '@xieshang/record/archive';
import type { Printed } from '@xieshang/record';
import type { CommitteeDefaults } from '../templates.ts';
import type { SignIn } from '../desk.ts';
import type { DocumentNumbers } from '../document-numbers.ts';
import type { Overload } from '../doors/overload.ts';
import type { MinutesHistory } from '../history/index.ts';
import type { Journal } from '../journal.ts';
import type { Meters } from '../meters.ts';
import type {
  ArchiveRow,
  Accounts,
  Clock,
  CommitteeStore,
  DeskMemory,
  Drafts,
  Images,
  Invites,
  Materials,
  MinutesStore,
  MeetingList,
  Extracts,
  OpenItemsReader,
  Phrase,
  Phrases,
  PrivateWords,
  Random,
  Readiness,
  Rooms,
  SecurityLog,
  SetupLinks,
} from '../ports.ts';
import type { JottingBook } from '../jottings.ts';
import type { RemarkBook } from '../remarks.ts';
import type { Paces } from './paces.ts';

export interface HttpStore {
  readonly accounts: Accounts;
  readonly committee: CommitteeStore;
  readonly setupLinks: SetupLinks;
  readonly sessions: { ofAccount(account: string): Promise<readonly DeviceSession[]> };
  readonly invites: Invites;
  readonly meetings: MeetingList;
  readonly drafts: Drafts;
  readonly materials: Materials;
  readonly privateWords: PrivateWords;
  readonly deskMemory: DeskMemory;
  readonly phrases: Phrases;
  readonly images: Images;
  readonly securityLog: SecurityLog;
  readonly extracts: Pick<Extracts, 'find'>;
  readonly minutes: Pick<MinutesStore, 'find' | 'findEarlier' | 'firstGeneration'>;
  ready(): Promise<Readiness>;
}

export interface DeviceSession {
  readonly idHash: string;
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

export interface Origin {
  /** Of links that are handed out, without a slash at the end. */
  readonly public: string;
  /** Exactly ours, scheme, host and port. */
  accepts(origin: string): boolean;
}

/** Minutes as somebody may read them; null to who may not. */
export interface MinutesReader {
  /** Whether somebody may read them now (M10). */
  mayRead(meeting: MeetingId, person: string): Promise<boolean>;
  readFor(
    meeting: MeetingId,
    person: string,
  ): Promise<{
    readonly manuscript: Manuscript;
    readonly hash: string | null;
    readonly issuedAt: number | null;
    readonly corrections: readonly Correction[];
  } | null>;
}

/** What is signed of the meetings' logs. */
export interface EvidenceReader {
  /** Everything to check a convened meeting by, as far as a circle may read it. */
  bundle(meeting: MeetingId, circle: Circle): Promise<Uint8Array<ArrayBuffer>>;
  /** What is printed on issued minutes, or null before they are issued. */
  printed(meeting: MeetingId): Promise<Printed | null>;
  /** The signed note of the whole log as it is now, and what proves that it begins with its first `old` facts; null where it is shorter. */
  newest(meeting: MeetingId, old: number): Promise<{ readonly note: string; readonly proof: readonly string[] } | null>;
  /** 32 bytes for each fact after a number. */
  digests(meeting: MeetingId, after: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Holds the log against what a page saw of it. */
  compare(meeting: MeetingId, seen: { readonly seq: number; readonly head: string }): Promise<'same' | 'fork'>;
}

/** Consultations' whole files: made here, taken in from elsewhere. */
export interface ArchiveFiles {
  make(meeting: MeetingId): Promise<{ readonly title: string; readonly file: Uint8Array<ArrayBuffer> } | null>;
  takeIn(
    file: Uint8Array,
    by: string,
  ): Promise<
    | { readonly ok: true; readonly row: ArchiveRow }
    | { readonly ok: false; readonly fault: ArchiveFault | 'meetingHere' | 'another'; readonly detail: string }
  >;
  list(): Promise<readonly ArchiveRow[]>;
  open(meeting: MeetingId): Promise<{
    readonly row: ArchiveRow;
    readonly opened: OpenedArchive;
    readonly file: Uint8Array<ArrayBuffer>;
  } | null>;
}

/** What documents are made from. */
export interface MeetingRecords {
  /** As it is on disk; null before it is convened. */
  state(meeting: MeetingId): Promise<Meeting | null>;
  /** Epoch ms; null before that. */
  convenedAt(meeting: MeetingId): Promise<number | null>;
}

export interface HttpDeps {
  readonly store: HttpStore;
  readonly signIn: SignIn;
  readonly rooms: Rooms;
  readonly minutes: MinutesReader;
  readonly archives: ArchiveFiles;
  readonly numbers: Pick<DocumentNumbers, 'ofKind'>;
  readonly openItems: OpenItemsReader;
  readonly evidence: EvidenceReader;
  readonly history: Pick<MinutesHistory, 'lookInto'>;
  readonly records: MeetingRecords;
  readonly remarks: Pick<RemarkBook, 'readFor' | 'put' | 'see'>;
  readonly jottings: Pick<JottingBook, 'readFor' | 'put'>;
  readonly defaults: CommitteeDefaults;
  /** What every committee is given to begin with. */
  readonly usualPhrases: readonly Phrase[];
  readonly mode: 'demo' | 'live';
  readonly version: string;
  readonly origin: Origin;
  readonly https: boolean;
  /** The built pages; need not be there. */
  readonly webRoot: string;
  /** Opens /metrics to others than this machine. */
  readonly metricsToken: string | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly journal: Journal;
  readonly paces: Paces;
  readonly overload: Pick<Overload, 'wait'>;
  readonly meters?: Meters;
}
