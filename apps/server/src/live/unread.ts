// Knows how much each connection may leave unread, and lets go whoever leaves more (S8); not what is told.
import type { Welcome } from '@xieshang/protocol';
import type { Socket } from 'socket.io';
import { cutOff, unreadBytes } from '../doors/below-socket-io.ts';
import { limits } from './limits.ts';

export interface Reader {
  readonly socket: Socket;
  /** With what it asked for itself. */
  unreadAllowed: number;
}

/** What it has asked for is not held against it. */
export function allowWelcome(reader: Reader, welcome: Welcome): void {
  reader.unreadAllowed = limits.unreadBytes + unreadBytes(reader.socket) + bytesOf(welcome);
}

/** Looks now and then; who does not read is to come again and be told what it has missed. Answers with the way to stop. */
export function watchReaders(readers: Iterable<Reader>, letGo: (reader: Reader) => void): () => void {
  const looking = setInterval(() => {
    for (const reader of readers) {
      if (unreadBytes(reader.socket) <= reader.unreadAllowed) continue;
      letGo(reader);
      cutOff(reader.socket);
    }
  }, limits.unreadEveryMs);
  return () => clearInterval(looking);
}

/** At most: a letter is three bytes. */
function bytesOf(welcome: Welcome): number {
  if (!welcome.ok) return 0;
  if ('snapshot' in welcome) return 3 * (welcome.snapshot.shared.length + welcome.snapshot.own.length);
  return welcome.events.reduce((sum, event) => sum + 100 + ('bytes' in event ? 3 * event.bytes.length : 64), 0);
}
