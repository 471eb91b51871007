// Knows how a log of minutes comes about in a test: editors that type, and a server that writes down what it takes in.
import type { Command } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { fragmentOf } from '../blocks.ts';
import { openAnnals, type Annals, type LoggedChange } from '../history/annals.ts';
import { openEditor, replicaOf } from './editor.ts';

export interface Writer {
  readonly replica: Y.Doc;
  /** Writes a change of this person, with all others' text seen before. Time goes on by a minute unless it is said. */
  edit(command: Command, from: number, to?: number, minutes?: number): boolean;
  /** The same without seeing what others did; `send` brings it to the server. */
  offline(command: Command, from: number, to?: number): boolean;
  send(minutes?: number): void;
}

export interface Log {
  readonly server: Y.Doc;
  readonly changes: readonly LoggedChange[];
  writer(person: string, client: number): Writer;
  /** A change by the server itself. */
  mend(change: (doc: Y.Doc) => void): void;
  annals(): Annals;
}

const minuteMs = 60_000;

/** A log whose first change is the document given. */
export function logOf(first: Y.Doc, beganAt = 0): Log {
  const server = new Y.Doc({ gc: false });
  server.clientID = 99;
  const changes: LoggedChange[] = [];
  const clients: { client: number; person: string | null }[] = [];
  let now = beganAt;
  let author: string | null = null;
  server.on('update', (bytes: Uint8Array) => changes.push({ seq: changes.length + 1, author, at: now, bytes }));
  Y.applyUpdate(server, Y.encodeStateAsUpdate(first));
  fragmentOf(server);

  const take = (person: string, update: Uint8Array, minutes: number): void => {
    now += minutes * minuteMs;
    author = person;
    Y.applyUpdate(server, update);
    author = null;
  };
  return {
    server,
    changes,
    writer: (person, client) => {
      const replica = replicaOf(server, client);
      clients.push({ client, person });
      const send = (minutes = 1): void => take(person, Y.encodeStateAsUpdate(replica, Y.encodeStateVector(server)), minutes);
      const offline = (command: Command, from: number, to = from): boolean => openEditor(replica).edit(command, from, to);
      return {
        replica,
        edit: (command, from, to = from, minutes = 1) => {
          Y.applyUpdate(replica, Y.encodeStateAsUpdate(server));
          const applies = offline(command, from, to);
          send(minutes);
          return applies;
        },
        offline,
        send,
      };
    },
    mend: (change) => server.transact(() => change(server)),
    annals: () => {
      const annals = openAnnals();
      annals.bind(clients);
      annals.extend(changes);
      return annals;
    },
  };
}
