// The door of the minutes' endpoint: who is connected to which document, and when they must go. Knows no rule of a text.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { attendeeOf, mayReadMinutes, personId, type MeetingId } from '@xieshang/meeting';
import { colorOf, readDocumentId, schemaVersion, type DocumentJson } from '@xieshang/minutes';
import type { Server } from 'socket.io';
import type { Authenticated, SignIn } from '../desk.ts';
import { paceOfEach } from '../doors/pace.ts';
import type { Profile } from '../config.ts';
import { noMeters, type Meters } from '../meters.ts';
import type { Committee, MinutesStore } from '../ports.ts';
import { closings, type Closing } from './closing.ts';
import type { Watched } from './document.ts';
import { openDocuments } from './documents.ts';
import { openLine, type Line, type Place, type Transport } from './line.ts';
import { limits, personRates, ratesOf } from './limits.ts';
import { openSocketIoDoor } from './socket-io-door.ts';
import { collabPath, webSocketDoor, type Arrival } from './web-socket-door.ts';

export type { Watched } from './document.ts';

export interface CollabDeps {
  readonly store: MinutesStore;
  readonly signIn: Pick<SignIn, 'authenticate' | 'onSessionsEnded'>;
  readonly meetings: { find(meeting: MeetingId): Promise<Watched | null> };
  readonly committee: () => Promise<Committee>;
  /** A missing Origin is fine on a socket; a wrong or null one is not. */
  readonly allowedOrigin: (origin: string) => boolean;
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** An unexpected error, without text or names. */
  readonly report: (error: unknown) => void;
  readonly meters?: Meters;
  /** `usual` in every real use. */
  readonly profile?: Profile;
  /** How long a document nobody has open stays loaded, ms. */
  readonly idleMs?: number;
}

/** Law 13. The text as it is on disk; nothing is admitted until it is released. */
export interface Sealed {
  readonly json: DocumentJson;
  release(): void;
}

export interface Collab {
  /** Whether an upgrade to that path is taken here. */
  isDoor(path: string): boolean;
  /** Takes a connection, however its bytes come. */
  open(arrival: Arrival): Line;
  /** Takes an upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes the namespace `/collab` as well, for those whom no WebSocket reaches. */
  attach(io: Server): void;
  /** The text as it is on disk. Rejects for an unknown meeting. */
  read(meeting: MeetingId): Promise<DocumentJson>;
  /** Rejects, and admission goes on, when what was admitted cannot be written. */
  seal(meeting: MeetingId): Promise<Sealed>;
  /** Whether text of that meeting, or of any, waits for a disk that fails. */
  storageFails(meeting: MeetingId): boolean;
  /** Tells all who have the minutes open that there are so many remarks on them now. */
  remarked(meeting: MeetingId, newest: number): void;
  /** What there is at this moment, for whoever watches the server. */
  figures(): CollabFigures;
  /** Writes what is admitted, says goodbye to everybody. */
  close(): Promise<void>;
}

export interface CollabFigures {
  readonly connections: number;
  readonly documents: number;
  readonly unwrittenBytes: number;
  /** Whether the text of any meeting waits for a disk that fails. */
  readonly storageFails: boolean;
}

interface Open {
  readonly line: Line;
  readonly who: Authenticated;
}

export function openCollab(deps: CollabDeps): Collab {
  const { store, signIn, meetings, committee, allowedOrigin, clock, random, report, meters = noMeters } = deps;
  const { profile = 'usual', idleMs = limits.idleMs } = deps;
  const documents = openDocuments({ store, committee, clock, random, report, idleMs, profile, meters });
  const rates = ratesOf(profile);
  const lines = new Set<Open>();
  const persons = { frames: paceOfEach(clock, personRates.frames), bytes: paceOfEach(clock, personRates.bytes) };
  let stopping = false;

  const enter = async ({ who, document: text, receipts, schema }: Arrival): Promise<Place | Closing> => {
    const id = readDocumentId(text);
    // P1: an editor of another schema would delete what it does not know.
    if (!id || id.schema !== schemaVersion || !fitsEditor(receipts, schema)) return closings.noSuchDocument;
    const person = personId(who.person.account);
    if (who.scope !== null && who.scope !== id.meeting) return closings.notPermitted;
    const watched = await meetings.find(id.meeting);
    if (!watched) return closings.noSuchDocument;
    if (!mayReadMinutes(watched.state(), person)) return closings.notPermitted;
    const hold = await documents.open(id.meeting, watched).catch(() => null);
    if (!hold) return closings.loadFailed;
    const { document, release } = hold;
    // Y2: a replica of another generation would merge a second history in.
    const state = watched.state();
    const mayRead = mayReadMinutes(state, person);
    if (mayRead && document.row.id === text) return { document, person, user: userOf(state, who), release };
    release();
    return mayRead ? closings.noSuchDocument : closings.notPermitted;
  };

  const open = (arrival: Arrival): Line => {
    const { who, receipts, transport } = arrival;
    const line = openLine({
      ...{ transport: counted(transport, meters), receipts, rates, clock, report, meters },
      connection: Buffer.from(random(12)).toString('base64url'),
      enter: () => enter(arrival),
      ended: () => void lines.delete(one),
    });
    const one: Open = { line, who };
    lines.add(one);
    const own = [...lines].filter(({ who: { person } }) => person.account === who.person.account);
    for (const oldest of own.slice(0, Math.max(own.length - limits.connectionsOfOne, 0))) oldest.line.close(closings.tooMuch);
    if (profile !== 'usual') return line;
    const [frames, bytes] = [persons.frames(who.person.account), persons.bytes(who.person.account)];
    const take = (frame: Uint8Array): void =>
      frames() > 0 || bytes(frame.byteLength) > 0 ? line.close(closings.tooMuch) : line.take(frame);
    return { ...line, take };
  };

  signIn.onSessionsEnded((sessionIds) => {
    for (const { line, who } of lines) if (sessionIds.includes(who.sessionId)) line.close(closings.signInRequired);
  });
  const breathing = setInterval(() => {
    for (const { line } of lines) line.breathe();
  }, limits.silenceMs);

  const held = async (meeting: MeetingId) => {
    const watched = await meetings.find(meeting);
    if (!watched) throw new Error('no such meeting');
    return documents.open(meeting, watched);
  };
  const door = { signIn, report, open, stopping: () => stopping };

  return {
    isDoor: (path) => path.startsWith(collabPath),
    open,
    upgrade: webSocketDoor({ ...door, allowedOrigin }),
    attach: (io) => openSocketIoDoor(io, door),
    read: async (meeting) => {
      const { document, release } = await held(meeting);
      try {
        return document.read();
      } finally {
        release();
      }
    },
    seal: async (meeting) => {
      const { document, release: letGo } = await held(meeting);
      try {
        const unseal = await document.seal();
        return {
          json: document.read(),
          release: () => {
            unseal();
            letGo();
          },
        };
      } catch (error) {
        letGo();
        throw error;
      }
    },
    storageFails: (meeting) => documents.fails(meeting),
    remarked: (meeting, newest) => {
      for (const member of documents.membersAt(meeting)) member.remarked(newest);
    },
    figures: () => ({
      connections: lines.size,
      documents: documents.loaded().length,
      unwrittenBytes: documents.loaded().reduce((sum, document) => sum + document.unwrittenBytes(), 0),
      storageFails: documents.anyFails(),
    }),
    close: async () => {
      stopping = true;
      clearInterval(breathing);
      await documents.settle(limits.farewellMs);
      for (const { line } of lines) line.close(closings.stopping);
      // What came in the last moment.
      if (!(await documents.settle(limits.lastWordMs))) report(new Error('minutes are left that could not be written'));
      await documents.close();
    },
  };
}

/**
 * P1. The name of a document is no proof of the editor: an old page asks the server for the name of today. So a page of ours says what it is
 * made for, and one that asks for receipts and does not say it is from before they did. Other clients answer for themselves.
 */
const fitsEditor = (receipts: boolean, schema: number | null): boolean => (schema === null ? !receipts : schema === schemaVersion);

/** A transport that is counted. */
const counted = ({ send, sendAll, unread, close }: Transport, { sent, refused }: Meters): Transport => ({
  send: (frame) => {
    sent('minutes', frame.byteLength);
    send(frame);
  },
  // What goes to everybody is counted where it comes from.
  sendAll,
  unread,
  close: (closing) => {
    refused('minutes', closing.reason);
    close(closing);
  },
});

/** Who the others see: by the roll. */
function userOf(state: ReturnType<Watched['state']>, { person: { account, name, role } }: Authenticated): Place['user'] {
  const seat = state.phase === 'notConvened' ? undefined : attendeeOf(state.roll, personId(account));
  return { account, name: seat?.name ?? name, role: seat?.role ?? role, color: colorOf(account) };
}
