// Knows every HTTP door of the server by what it is for; not who may use it.
import type { Jotting, JottingAct, JottingId } from '@xieshang/meeting';
import type { Manuscript, RemarkAct, RemarkEntry, RemarkId } from '@xieshang/minutes';
import type { Printed } from '@xieshang/record/evidence';
import type { Wanted } from '@xieshang/record/contributions';
import type { ListKind, Offer, Sheet, SheetKind } from '@xieshang/record';
import type { Look } from '@xieshang/room';
import { knock, part } from './client.ts';
import type {
  Account,
  Committee,
  Defaults,
  Device,
  DocumentNumbers,
  Draft,
  ArchiveRow,
  FoundExtracts,
  OpenedArchive,
  MeetingSummary,
  NewAccount,
  OpenItems,
  ExtractKind,
  Person,
  Phrase,
  Plan,
} from './shapes.ts';

export interface NewMeeting {
  readonly meeting: string;
  readonly templateId: string;
  readonly title: string;
  readonly topic: string;
  readonly place: string;
  readonly startsAt: number;
}

export interface FirstAdmin {
  readonly token: string;
  readonly committeeName: string;
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

/** All that a room's page needs before it is drawn. `look` is null to whoever may not come in. */
export interface Entry {
  readonly person: Person;
  readonly committee: Pick<Committee, 'name' | 'zone' | 'mode'>;
  /** Server time of the answer, epoch ms. */
  readonly at: number;
  readonly look: Look | null;
}

/** A paragraph of the minutes as the desk drafted it from the record. */
export interface DraftedPassage {
  readonly passage: string;
  readonly text: string;
}

/** All that was ever drafted, oldest first. */
export interface Drafted {
  readonly revision: number;
  readonly passages: readonly DraftedPassage[];
}

/** A mismatch between prose and record that a secretary keeps as it stands. */
export interface KeptFinding {
  readonly finding: string;
  readonly reason: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Remarks on the minutes after some number. */
export interface RemarksRead {
  readonly entries: readonly RemarkEntry[];
  /** Number of the newest entry there is. */
  readonly newest: number;
  /** Numbers of the entries that mention the reader and that they have not seen. */
  readonly unseen: readonly number[];
}

/** The office's jottings that changed after some number, by their last change. */
export interface JottingsRead {
  readonly jottings: readonly Jotting[];
  /** Number of the newest change. */
  readonly newest: number;
}

type AccountChanges = { -readonly [Key in 'name' | 'role' | 'sector' | 'unit' | 'title' | 'disabled']?: Account[Key] };

const account = (name: string): string => `/api/accounts/${part(name)}`;
const meeting = (id: string): string => `/api/meetings/${part(id)}`;

/** Which document of which meeting; `motion`: of one vote only, `order`: how people are listed. */
export interface SheetWish {
  readonly meeting: string;
  readonly kind: SheetKind;
  readonly motion?: string | undefined;
  readonly order?: 'stroke' | undefined;
}

const sheetAddress = ({ meeting: id, kind, motion, order }: SheetWish, ending = ''): string => {
  const query = new URLSearchParams({ ...(motion === undefined ? {} : { motion }), ...(order === undefined ? {} : { order }) }).toString();
  return `${meeting(id)}/documents/${kind}${ending}${query === '' ? '' : `?${query}`}`;
};

export const api = {
  committee: () => knock<Committee>('/api/committee'),
  defaults: () => knock<Defaults>('/api/committee/defaults'),
  setUp: (body: FirstAdmin) => knock<{ person: Person }>('/api/setup', { method: 'POST', body }),

  session: () => knock<{ person: Person }>('/api/session'),
  signIn: (body: { account: string; password: string }) => knock<{ person: Person }>('/api/session', { method: 'POST', body }),
  signOut: () => knock<undefined>('/api/session', { method: 'DELETE' }),
  changePassword: (body: { current: string; next: string }) => knock<undefined>('/api/session/password', { method: 'PUT', body }),

  accounts: () => knock<{ accounts: readonly Account[] }>('/api/accounts'),
  addAccount: (body: NewAccount) => knock<{ account: Account }>('/api/accounts', { method: 'POST', body }),
  changeAccount: (name: string, body: AccountChanges) => knock<{ account: Account }>(account(name), { method: 'PATCH', body }),
  resetPassword: (name: string, password: string) => knock<undefined>(`${account(name)}/password`, { method: 'PUT', body: { password } }),
  devices: (name: string) => knock<{ sessions: readonly Device[] }>(`${account(name)}/sessions`),
  signOutEverywhere: (name: string) => knock<undefined>(`${account(name)}/sessions`, { method: 'DELETE' }),
  signOutDevice: (name: string, sessionId: string) =>
    knock<undefined>(`${account(name)}/sessions/${part(sessionId)}`, { method: 'DELETE' }),

  search: (typed: string, kinds: readonly ExtractKind[], after: string) =>
    knock<FoundExtracts>(`/api/search?${new URLSearchParams({ q: typed, kinds: kinds.join(','), after }).toString()}`),
  archives: () => knock<{ archives: readonly ArchiveRow[] }>('/api/archives'),
  archive: (id: string) => knock<OpenedArchive>(`/api/archives/${part(id)}`),
  meetings: () => knock<{ meetings: readonly MeetingSummary[] }>('/api/meetings'),
  addMeeting: (body: NewMeeting) => knock<{ draft: Draft }>('/api/meetings', { method: 'POST', body }),
  meeting: (id: string) => knock<{ meeting: MeetingSummary; minutesDocument: string }>(meeting(id)),
  room: (id: string) => knock<Entry>(`${meeting(id)}/room`),
  documentNumbers: (id: string) => knock<DocumentNumbers>(`${meeting(id)}/document-numbers`),
  openItems: (id: string) => knock<OpenItems>(`${meeting(id)}/open-items`),
  minutes: (id: string) => knock<{ manuscript: Manuscript; hash: string | null; printed: Printed | null }>(`${meeting(id)}/minutes`),
  reportFork: (id: string, seen: { seq: number; head: string }) =>
    knock<{ compared: 'same' | 'fork' }>(`${meeting(id)}/forks`, { method: 'POST', body: seen }),
  documents: (id: string) => knock<{ documents: readonly Offer[] }>(`${meeting(id)}/documents`),
  sheet: (wish: SheetWish) => knock<{ sheet: Sheet }>(sheetAddress(wish)),
  drafted: (id: string) => knock<Drafted>(`${meeting(id)}/minutes/drafted`),
  addDrafted: (id: string, body: { after: number; passages: readonly DraftedPassage[] }) =>
    knock<{ revision: number }>(`${meeting(id)}/minutes/drafted`, { method: 'POST', body }),
  keptFindings: (id: string) => knock<{ kept: readonly KeptFinding[] }>(`${meeting(id)}/minutes/kept`),
  keepFinding: (id: string, body: { finding: string; reason: string }) =>
    knock<{ kept: readonly KeptFinding[] }>(`${meeting(id)}/minutes/kept`, { method: 'POST', body }),
  remarks: (id: string, after: number) => knock<RemarksRead>(`${meeting(id)}/remarks?after=${after}`),
  putRemark: (id: string, body: { id: RemarkId; act: RemarkAct }) =>
    knock<{ seq: number }>(`${meeting(id)}/remarks`, { method: 'POST', body }),
  seeRemarks: (id: string, entries: readonly number[]) =>
    knock<undefined>(`${meeting(id)}/remarks/seen`, { method: 'PUT', body: { entries } }),
  jottings: (id: string, after: number) => knock<JottingsRead>(`${meeting(id)}/jottings?after=${after}`),
  putJotting: (id: string, body: { id: JottingId; act: JottingAct }) =>
    knock<{ jotting: Jotting }>(`${meeting(id)}/jottings`, { method: 'POST', body }),
  draft: (id: string) => knock<{ draft: Draft }>(`${meeting(id)}/draft`),
  saveDraft: (id: string, body: { plan: Plan; version: number }) =>
    knock<{ draft: Draft }>(`${meeting(id)}/draft`, { method: 'PUT', body }),
  dropDraft: (id: string) => knock<undefined>(`${meeting(id)}/draft`, { method: 'DELETE' }),
  convene: (id: string, body: { version: number; command: string }) =>
    knock<{ seq: number }>(`${meeting(id)}/convene`, { method: 'POST', body }),
  phrases: () => knock<{ usual: readonly Phrase[]; own: readonly Phrase[] }>('/api/phrases'),
  savePhrase: (id: string, body: Omit<Phrase, 'id' | 'uses'>) =>
    knock<{ phrase: Phrase }>(`/api/phrases/${part(id)}`, { method: 'PUT', body }),
  removePhrase: (id: string) => knock<undefined>(`/api/phrases/${part(id)}`, { method: 'DELETE' }),
  usePhrase: (id: string) => knock<undefined>(`/api/phrases/${part(id)}/use`, { method: 'POST' }),
  invite: (id: string, person: string) =>
    knock<{ link: string; expiresAt: number }>(`${meeting(id)}/invites`, { method: 'POST', body: { person } }),
  redeem: (token: string) => knock<{ person: Person; meeting: string }>('/api/invites/redeem', { method: 'POST', body: { token } }),
  keepPrivateWords: (id: string, wordId: string, text: string) =>
    knock<{ digest: string }>(`${meeting(id)}/private-words/${part(wordId)}`, { method: 'PUT', body: { text } }),
  privateWords: (id: string, digest: string) => knock<{ text: string } | { erased: true }>(`${meeting(id)}/private-words/${part(digest)}`),
};

/** Where a material is read; `download` asks the browser to keep it as a file. */
export const materialAddress = (id: string, materialId: string, download = false): string =>
  `${meeting(id)}/materials/${part(materialId)}${download ? '?download=1' : ''}`;

/** Where an image of the minutes is read. */
export const imageAddress = (id: string, image: string): string => `${meeting(id)}/images/${part(image)}`;

/** The minutes as a Word file. */
export const minutesFileAddress = (id: string): string => `${meeting(id)}/minutes.docx`;

/** What a meeting is checked by, in one file. */
export const bundleAddress = (id: string): string => `${meeting(id)}/bundle.zip`;
/** 32 bytes for each fact after that number. */
export const digestsAddress = (id: string, after: number): string => `${meeting(id)}/digests?after=${after}`;

/** The whole file of a meeting of this house that is over. */
export const archiveFileAddress = (id: string): string => `${meeting(id)}/archive.zip`;

/** The whole file of a meeting of another house, and one of its materials. */
export const foreignFileAddress = (id: string): string => `/api/archives/${part(id)}/file.zip`;
export const foreignMaterialAddress = (id: string, materialId: string): string => `/api/archives/${part(id)}/materials/${part(materialId)}`;
/** A document as a Word file. */
export const sheetFileAddress = (wish: SheetWish): string => sheetAddress(wish, '.docx');

/** A list for a spreadsheet. */
export const listAddress = ({ meeting: id }: SheetWish, list: ListKind): string => `${meeting(id)}/documents/${list}.csv`;

/** The table of contributions as a file: those that are wanted, in that order. */
export function contributionsAddress(id: string, ending: 'xlsx' | 'csv', wanted: Wanted): string {
  const query = new URLSearchParams({ ...wanted }).toString();
  return `${meeting(id)}/contributions.${ending}${query === '' ? '' : `?${query}`}`;
}
