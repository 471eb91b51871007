// Knows how the document of a meeting's minutes is named; not what stands in it.
import { meetingId, type MeetingId } from '@xieshang/meeting';

/** Raised when a document written before could not be read any more; an editor of another version may not write (P1). */
export const schemaVersion = 1;
/** The root type of the Yjs document that holds the minutes. */
export const fragmentName = 'minutes';

export interface DocumentId {
  readonly meeting: MeetingId;
  readonly schema: number;
  /** From 1; when the history of the document is begun anew, the second of that moment, so that no stale replica merges into it. */
  readonly generation: number;
}

export const documentId = (meeting: MeetingId, generation: number): string => `${meeting}.minutes.${schemaVersion}.${generation}`;

/** The parts of a document's id, or null for anything else. */
export function readDocumentId(id: string): DocumentId | null {
  const parts = /^([\w.~-]{1,64})\.minutes\.([1-9]\d{0,5})\.([1-9]\d{0,9})$/.exec(id);
  const [, meeting, schema, generation] = parts ?? [];
  return meeting === undefined ? null : { meeting: meetingId(meeting), schema: Number(schema), generation: Number(generation) };
}
