// Knows every part of the store and opens them together; the door for whoever wires the server.
import type { MeetingId } from '@xieshang/meeting';
import type { Clock } from '../ports.ts';
import { sqlAccounts } from './accounts.ts';
import { sqlCheckpoints } from './checkpoints.ts';
import { sqlArchives } from './archives.ts';
import { sqlCommittee, sqlSetupLinks } from './committee.ts';
import type { DataFolder } from './data-folder.ts';
import { openDatabase, type OpenWishes } from './database.ts';
import { sqlDeskMemory } from './desk-memory.ts';
import { sqlDrafts } from './drafts.ts';
import { sqlEpochs } from './epochs.ts';
import { firstFactAt, loggedMeetings, sqlEventLog } from './event-log.ts';
import { sqlImages } from './images.ts';
import { sqlInvites } from './invites.ts';
import { sqlJottings } from './jottings.ts';
import { sqlMaterials } from './materials.ts';
import { sqlMeetingList, sqlMeetingListWriter } from './meeting-list.ts';
import { sqlMinutes } from './minutes.ts';
import { sqlExtracts } from './extracts.ts';
import { sqlMinutesHistory } from './minutes-history.ts';
import { sqlPhrases } from './phrases.ts';
import { sqlPrivateWords } from './private-words.ts';
import { readiness } from './readiness.ts';
import { meetingsWithBallots } from './sealed-ballots.ts';
import { sqlRemarks } from './remarks.ts';
import { sqlSecurityLog } from './security-log.ts';
import { sqlSessions } from './sessions.ts';

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Opens the store in a folder that this process has taken. `close` waits for what is being written. */
export async function openStore(folder: Pick<DataFolder, 'database' | 'materials'>, clock: Clock, wishes: OpenWishes = {}) {
  const db = await openDatabase(folder.database, wishes);
  const sessions = sqlSessions(db);
  return {
    accounts: sqlAccounts(db, clock),
    committee: sqlCommittee(db),
    setupLinks: sqlSetupLinks(db, clock),
    sessions,
    invites: sqlInvites(db, clock),
    meetings: sqlMeetingList(db),
    meetingListWriter: sqlMeetingListWriter(db),
    drafts: sqlDrafts(db),
    eventLog: sqlEventLog(db),
    loggedMeetings: () => loggedMeetings(db),
    meetingsWithBallots: () => meetingsWithBallots(db),
    convenedAt: (meeting: MeetingId) => firstFactAt(db, meeting),
    materials: sqlMaterials(db, folder.materials),
    archives: sqlArchives(db, folder.materials),
    privateWords: sqlPrivateWords(db),
    phrases: sqlPhrases(db),
    images: sqlImages(db, folder.materials),
    minutes: sqlMinutes(db),
    extracts: sqlExtracts(db),
    deskMemory: sqlDeskMemory(db),
    minutesHistory: sqlMinutesHistory(db),
    remarks: sqlRemarks(db),
    jottings: sqlJottings(db),
    epochs: sqlEpochs(db),
    checkpoints: sqlCheckpoints(db),
    securityLog: sqlSecurityLog(db, clock),
    ready: readiness(db, clock),
    close: async (): Promise<void> => {
      // Of a disk that refuses it is only forgotten who was there a moment ago.
      await sessions.settle().catch(() => undefined);
      await db.destroy();
    },
  };
}
