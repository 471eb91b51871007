// Knows how a fact is written down and read back; not whom it concerns.
import type { CommandId, Envelope, MeetingEvent, MeetingId, RecordedEvent } from '@xieshang/meeting';
import { canonical, type Json } from './canonical.ts';
import { upcast } from './upcast.ts';

/** Of the spelling of facts; `upcast` reads the older ones. */
export const RECORD_VERSION = 1;

export interface RecordHead extends Envelope {
  readonly meeting: MeetingId;
  readonly seq: number;
  /** 128 random bits in hex, so that a digest cannot be guessed (law 6). */
  readonly salt: string;
}

/** Law 5. The bytes that are stored, sent and hashed. Throws on a payload without canonical spelling. */
export function writeRecord(head: RecordHead, event: MeetingEvent): string {
  const { meeting, seq, by, at, command, salt } = head;
  // Payloads hold plain JSON by their types; the compiler cannot see that through interfaces.
  const payload = event.payload as unknown as Json;
  // The keys in their order: sorting the same nine for every fact would cost more than all the rest.
  return `{"at":${canonical(at)},"by":${canonical(by)},"command":${canonical(command)},"meeting":${canonical(meeting)},"payload":${canonical(payload)},"salt":${canonical(salt)},"seq":${canonical(seq)},"type":${canonical(event.type)},"v":${RECORD_VERSION}}`;
}

export type ReadRecord = RecordedEvent & { readonly seq: number; readonly command: CommandId };

/** Reads bytes that came out of our own log or chain. */
export const readRecord = (bytes: string): ReadRecord => upcast(JSON.parse(bytes));
