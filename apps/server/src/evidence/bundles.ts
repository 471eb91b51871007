// Knows where the parts of an evidence bundle come from; what is in one and how it is signed is the record's.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Circle, Meeting, MeetingId } from '@xieshang/meeting';
import type { Manuscript } from '@xieshang/minutes';
import { digestOf, type SignedEpoch } from '@xieshang/protocol';
import { fingerprintOf, textOfEpoch } from '@xieshang/protocol/epoch';
import { minutesDocx, type Printed } from '@xieshang/record';
import { bundle, signatureOn, type Check, type NoteSigner, type PackedFile } from '@xieshang/record/evidence';
import type { EventLog } from '@xieshang/room';
import { imagesOf } from '../images-of.ts';
import type { Images, MinutesStore } from '../ports.ts';
import type { Checkpointing } from './checkpoints.ts';

export interface BundleDeps {
  readonly log: Pick<EventLog, 'read'>;
  readonly checkpoints: Pick<Checkpointing, 'all'>;
  readonly issued: Pick<MinutesStore, 'findIssued'>;
  readonly images: Pick<Images, 'read'>;
  readonly report: (meeting: MeetingId, error: unknown) => void;
  readonly epochs: (meeting: MeetingId) => readonly SignedEpoch[];
  /** The state of a convened meeting as it is on disk, or null. */
  readonly state: (meeting: MeetingId) => Promise<Meeting | null>;
  readonly signer: NoteSigner;
  readonly check: Check;
}

export interface Bundles {
  /** Everything to check a convened meeting by, as far as a circle may read it. Rejects for a log that contradicts itself. */
  make(meeting: MeetingId, circle: Circle): Promise<Uint8Array<ArrayBuffer>>;
  /** What is printed on issued minutes, or null before they are issued. */
  printed(meeting: MeetingId): Promise<Printed | null>;
}

/** What explains and checks every bundle. */
const besides: readonly PackedFile[] = ['VERIFY.md', 'verify.mjs', 'verify.py'].map((name) => ({
  name,
  content: new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(`@xieshang/record/verifiers/${name}`)))),
}));

const isIssue = /"type":"MinutesIssued","v":\d+\}$/;

export function openBundles({ log, checkpoints, issued, images, report, epochs, state, signer, check }: BundleDeps): Bundles {
  const key = signer.publicKey;
  /** An issue stays what and where it is. */
  const known = new Map<MeetingId, Printed>();

  const printed = async (meeting: MeetingId): Promise<Printed | null> => {
    const before = known.get(meeting);
    if (before) return before;
    const fact = (await log.read(meeting, 0)).findLast(({ bytes }) => isIssue.test(bytes));
    if (!fact) return null;
    const found = { seq: fact.seq, head: fact.hash, fingerprint: fingerprintOf(key) };
    known.set(meeting, found);
    return found;
  };

  /** Null before they are issued. Throws when what is kept is not what was issued. */
  const minutesOf = async (meeting: MeetingId) => {
    const now = await state(meeting);
    if (!now || now.phase === 'notConvened' || now.minutes.phase !== 'issued') return null;
    const { hash, issued: signed, corrections } = now.minutes;
    const kept = await issued.findIssued(meeting, hash);
    if (!kept || digestOf(kept.manuscript) !== hash) throw new Error(`the issued minutes of ${meeting} are not what was issued`);
    const manuscript: Manuscript = JSON.parse(kept.manuscript);
    const shown = await imagesOf(manuscript, images, (error) => report(meeting, error));
    const word = await minutesDocx(manuscript, { issuedAt: signed.at, corrections, printed: await printed(meeting), images: shown });
    return { text: kept.manuscript, word };
  };

  return {
    printed,
    make: async (meeting, circle) => {
      const rows = await checkpoints.all(meeting);
      const size = rows.at(-1)?.size ?? 0;
      // What has come meanwhile is not signed yet.
      const facts = (await log.read(meeting, 0)).slice(0, size);
      const minutes = facts.some(({ bytes }) => isIssue.test(bytes)) ? await minutesOf(meeting) : null;
      const own = rows.filter(({ note }) => signatureOn(note, key, check) === 'own');
      const said = epochs(meeting);
      const ownEpochs = said.filter(({ statement, signature }) => check(textOfEpoch(statement), signature, key));
      const former = { checkpoints: rows.length - own.length, epochs: said.length - ownEpochs.length };
      const notes = own.map(({ note }) => note);
      return bundle({ meeting, circle, facts, checkpoints: notes, epochs: ownEpochs, former, minutes, besides }, signer);
    },
  };
}
