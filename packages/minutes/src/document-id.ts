// Knows how the document of a meeting's minutes is named; not what stands in it.
import { meetingId, type MeetingId } from '@xieshang/meeting';

/**
 * Raised when an editor of before would damage what this one writes: it deletes what it does not know, and may not write (P1). Whatever
 * an earlier schema knew this one knows too, so that a text begun under it goes on under this one. 2: images.
 */
export const schemaVersion = 2;
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
