// Knows how the whole file of a consultation is opened and held against its own evidence; believes nothing that does not fit.
import { evolve, initial, type Material, type Meeting } from '@xieshang/meeting';
import type { Manuscript } from '@xieshang/minutes';
import { digestOfBytes, readRecord } from '@xieshang/protocol';
import { unpacked } from '../evidence/unzip.ts';
import { verifyBundle, type Accepted, type Tools } from '../evidence/verifiers/verify.mjs';
import { evidenceName, listingName, listingOf } from './pack.ts';

/** Why a file is not taken: not packed by this program · a part is missing or another · not the office's · the evidence is wrong · a material is another. */
export type ArchiveFault = 'notAnArchive' | 'listing' | 'notOffices' | 'evidence' | 'material';

export interface OpenedArchive {
  readonly ok: true;
  /** As far as the office may read it; folded from the facts, and that is all that is believed. */
  readonly meeting: Exclude<Meeting, { readonly phase: 'notConvened' }>;
  /** The issued text, or null. */
  readonly manuscript: Manuscript | null;
  readonly evidence: Accepted;
  readonly materials: readonly { readonly material: Material; readonly content: Uint8Array }[];
}

export type Opened = OpenedArchive | { readonly ok: false; readonly fault: ArchiveFault; readonly detail: string };

interface Listing {
  readonly meeting: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly materials: readonly { readonly name: string; readonly materialId: string }[];
}

const text = new TextDecoder();
const no = (fault: ArchiveFault, detail: string): Opened => ({ ok: false, fault, detail });

/** Never throws for what is in the bytes. */
export function openArchive(bytes: Uint8Array, tools: Tools): Opened {
  const files = unpacked(bytes);
  const evidence = files?.get(evidenceName);
  if (!files || !evidence) return no('notAnArchive', '');
  const listed = files.get(listingName);
  const listing = readListing(listed);
  if (!listing) return no('listing', listingName);
  const changed = listing.files.find(({ name, sha256 }) => digestOfBytes(files.get(name) ?? new Uint8Array()) !== sha256);
  if (changed) return no('listing', changed.name);
  const kept = listing.files.map(({ name }) => ({ name, content: files.get(name) ?? new Uint8Array() }));
  if (listingOf(listing.meeting, kept, listing.materials) !== text.decode(listed)) return no('listing', listingName);
  const verified = verifyBundle(evidence, tools);
  if (!verified.ok) return no('evidence', verified.detail);
  if (verified.circle !== 'office') return no('notOffices', '');
  const inside = unpacked(evidence);
  const meeting = folded(inside?.get('events.ndjson'));
  if (meeting === null || meeting.phase === 'notConvened' || meeting.notice.meeting !== listing.meeting)
    return no('evidence', 'events.ndjson');
  const issued = inside?.get('minutes.json');
  const manuscript: Manuscript | null = issued ? JSON.parse(text.decode(issued)) : null;
  const materials: { material: Material; content: Uint8Array }[] = [];
  for (const material of meeting.agenda.materials) {
    const name = listing.materials.find(({ materialId }) => materialId === material.materialId)?.name ?? '';
    const content = files.get(name);
    if (!content || digestOfBytes(content) !== material.sha256) return no('material', material.name);
    materials.push({ material, content });
  }
  return { ok: true, meeting, manuscript, evidence: verified, materials };
}

/** The state after the facts that are there; of the others, which concern single persons, there is a digest only. */
function folded(lines: Uint8Array | undefined): Meeting | null {
  const facts = text.decode(lines ?? new Uint8Array()).split('\n');
  try {
    return facts
      .filter((line) => line !== '' && !line.startsWith('{"digest":'))
      .reduce<Meeting>((meeting, line) => evolve(meeting, readRecord(line)), initial);
  } catch {
    // Anybody with a key of their own can sign facts that are none.
    return null;
  }
}

function readListing(content: Uint8Array | undefined): Listing | null {
  if (!content) return null;
  try {
    const read: unknown = JSON.parse(text.decode(content));
    return isListing(read) ? read : null;
  } catch {
    return null;
  }
}

const isListing = (read: unknown): read is Listing =>
  typeof read === 'object' &&
  read !== null &&
  'meeting' in read &&
  typeof read.meeting === 'string' &&
  'files' in read &&
  'materials' in read &&
  isListOf(read.files, 'name', 'sha256') &&
  isListOf(read.materials, 'name', 'materialId');

const isListOf = (list: unknown, ...keys: readonly string[]): boolean =>
  Array.isArray(list) &&
  list.every(
    (one: unknown) =>
      typeof one === 'object' && one !== null && keys.every((key) => typeof Object.getOwnPropertyDescriptor(one, key)?.value === 'string'),
  );
