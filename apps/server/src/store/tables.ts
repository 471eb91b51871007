// Knows the columns of every table; not what may be written in them.
import type { Generated } from 'kysely';

/** Every table has it from the first migration on; one installation is one committee today. */
interface OfCommittee {
  committee_id: Generated<string>;
}

export interface CommitteesTable {
  id: string;
  name: string;
  zone: string;
}

export interface AccountsTable extends OfCommittee {
  account: string;
  name: string;
  role: string;
  admin: number;
  sector: string | null;
  unit: string | null;
  title: string | null;
  disabled: number;
  password_hash: string | null;
  rehearsal: number;
  created_at: number;
}

export interface SessionsTable extends OfCommittee {
  id_hash: string;
  account: string;
  scope: string | null;
  device: string;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
  absolute_at: number;
}

export interface SetupLinksTable extends OfCommittee {
  token_hash: string;
  created_at: number;
  used_at: number | null;
}

export interface InvitesTable extends OfCommittee {
  meeting_id: string;
  person: string;
  token_hash: string;
  device_hash: string | null;
  created_at: number;
}

export interface MeetingsTable extends OfCommittee {
  id: string;
  kind: string;
  phase: string;
  title: string;
  topic: string;
  place: string;
  starts_at: number;
  planned_minutes: number;
  /** Of issued minutes. */
  document_number: string | null;
  issued_at: number | null;
}

export interface ClosedItemsTable extends OfCommittee {
  from_meeting: string;
  item: string;
  meeting_id: string;
  reference: string;
  at: number;
}

export interface MeetingPeopleTable extends OfCommittee {
  meeting_id: string;
  person: string;
  role: string;
  name: string;
}

export interface DraftsTable extends OfCommittee {
  meeting_id: string;
  version: number;
  saved_at: number;
  saved_by: string;
  /** JSON */
  plan: string;
}

export interface EventsTable extends OfCommittee {
  meeting_id: string;
  seq: number;
  command_id: string;
  /** The canonical text that is hashed. */
  bytes: string;
  hash: string;
}

export interface CommandsTable extends OfCommittee {
  meeting_id: string;
  command_id: string;
  by: string;
  seq: number;
}

export interface MaterialsTable extends OfCommittee {
  meeting_id: string;
  id: string;
  name: string;
  mime: string;
  bytes: number;
  sha256: string;
  circle: string;
  shown: number;
}

export interface PrivateWordsTable extends OfCommittee {
  meeting_id: string;
  word_id: string;
  author: string;
  digest: string;
  salt: string;
  text: string | null;
}

export interface SecurityLogTable extends OfCommittee {
  id: Generated<number>;
  at: number;
  kind: string;
  by: string | null;
  subject: string | null;
}

export interface MinutesDocumentsTable extends OfCommittee {
  id: string;
  meeting_id: string;
  schema: number;
  generation: number;
  created_at: number;
}

export interface MinutesUpdatesTable extends OfCommittee {
  document: string;
  seq: number;
  /** Null for the server itself. */
  author: string | null;
  connection: string | null;
  at: number;
  bytes: Uint8Array;
}

export interface MinutesSnapshotsTable extends OfCommittee {
  document: string;
  seq: number;
  bytes: Uint8Array;
  outline: string | null;
}

export interface MinutesFactsTable extends OfCommittee {
  document: string;
  fact: string;
}

export interface MinutesClientsTable extends OfCommittee {
  document: string;
  client_id: number;
  /** Null for the server itself. */
  person: string | null;
}

export interface MinutesVersionsTable extends OfCommittee {
  document: string;
  id: string;
  /** Of the change after which the document is that version. */
  seq: number;
  name: string;
  person: string;
  at: number;
}

export interface IssuedMinutesTable extends OfCommittee {
  meeting_id: string;
  hash: string;
  /** JSON */
  manuscript: string;
  at: number;
}

export interface MinutesDraftedTable extends OfCommittee {
  meeting_id: string;
  revision: number;
  passage: string;
  text: string;
  by: string;
  at: number;
}

export interface MinutesKeptTable extends OfCommittee {
  meeting_id: string;
  turn: number;
  finding: string;
  /** Empty: kept no longer. */
  reason: string;
  by: string;
  at: number;
}

export interface EpochsTable extends OfCommittee {
  restored_at: number;
  /** Empty: of every meeting that had no log. */
  meeting_id: string;
  /** Canonical JSON */
  statement: string;
  signature: string;
}

export interface CheckpointsTable extends OfCommittee {
  meeting_id: string;
  size: number;
  public_key: string;
  alg: string;
  cause: string;
  at: number;
  /** C2SP signed note */
  note: string;
}

export interface ExtractsTable extends OfCommittee {
  id: Generated<number>;
  meeting_id: string;
  kind: string;
  ref: string;
  circle: string;
  title: string;
  text: string;
}

export interface ExtractHeadsTable extends OfCommittee {
  meeting_id: string;
  seq: number;
}

export interface ArchivesTable extends OfCommittee {
  meeting_id: string;
  title: string;
  topic: string;
  starts_at: number;
  fingerprint: string;
  sha256: string;
  bytes: number;
  imported_at: number;
  imported_by: string;
}

export interface PhrasesTable extends OfCommittee {
  id: string;
  kind: string;
  heading: string;
  title: string;
  /** JSON */
  blocks: string;
  uses: number;
  saved_by: string;
  saved_at: number;
}

export interface MinutesImagesTable extends OfCommittee {
  meeting_id: string;
  id: string;
  mime: string;
  bytes: number;
  sha256: string;
  width: number;
  height: number;
  author: string;
  at: number;
}

export interface RemarksTable extends OfCommittee {
  meeting_id: string;
  seq: number;
  id: string;
  by: string;
  at: number;
  /** JSON */
  act: string;
}

export interface RemarksSeenTable extends OfCommittee {
  meeting_id: string;
  person: string;
  seq: number;
}

export interface JottingsTable extends OfCommittee {
  meeting_id: string;
  id: string;
  revision: number;
  by: string;
  at: number;
  text: string;
  /** JSON */
  about: string;
  reworded_at: number | null;
  /** JSON */
  standing: string;
}

export interface SealedBallotsTable extends OfCommittee {
  meeting_id: string;
  vote_id: string;
  voter: string;
  revision: number;
  ciphertext: string;
  hash: string;
}

export interface Tables {
  committees: CommitteesTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  setup_links: SetupLinksTable;
  invites: InvitesTable;
  meetings: MeetingsTable;
  meeting_people: MeetingPeopleTable;
  closed_items: ClosedItemsTable;
  drafts: DraftsTable;
  events: EventsTable;
  commands: CommandsTable;
  materials: MaterialsTable;
  private_words: PrivateWordsTable;
  security_log: SecurityLogTable;
  minutes_documents: MinutesDocumentsTable;
  minutes_updates: MinutesUpdatesTable;
  minutes_snapshots: MinutesSnapshotsTable;
  minutes_facts: MinutesFactsTable;
  minutes_clients: MinutesClientsTable;
  minutes_versions: MinutesVersionsTable;
  issued_minutes: IssuedMinutesTable;
  minutes_drafted: MinutesDraftedTable;
  minutes_kept: MinutesKeptTable;
  epochs: EpochsTable;
  checkpoints: CheckpointsTable;
  extracts: ExtractsTable;
  extract_heads: ExtractHeadsTable;
  archives: ArchivesTable;
  phrases: PhrasesTable;
  minutes_images: MinutesImagesTable;
  remarks: RemarksTable;
  remarks_seen: RemarksSeenTable;
  sealed_ballots: SealedBallotsTable;
  jottings: JottingsTable;
}
