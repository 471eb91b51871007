// Knows the order of the shapes the database has had; not how a shape is made.
import type { Migration } from 'kysely/migration';
import { archives } from './0010-archives.ts';
import { foundation } from './0001-foundation.ts';
import { epochs } from './0004-epochs.ts';
import { finalising } from './0005-finalising.ts';
import { deskMemory } from './0008-desk-memory.ts';
import { phrases } from './0011-phrases.ts';
import { minutesImages } from './0012-minutes-images.ts';
import { minutes } from './0002-minutes.ts';
import { extracts } from './0007-extracts.ts';
import { snapshotOutlines } from './0003-snapshot-outlines.ts';
import { checkpoints } from './0006-checkpoints.ts';
import { minutesVersions } from './0009-minutes-versions.ts';
import { remarks } from './0013-remarks.ts';
import { sealedBallots } from './0014-sealed-ballots.ts';
import { jottings } from './0015-jottings.ts';

/** By name, in order; a written list, so that nothing in a folder is run by accident. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-minutes': minutes,
  '0003-snapshot-outlines': snapshotOutlines,
  '0004-epochs': epochs,
  '0005-finalising': finalising,
  '0006-checkpoints': checkpoints,
  '0007-extracts': extracts,
  '0008-desk-memory': deskMemory,
  '0009-minutes-versions': minutesVersions,
  '0010-archives': archives,
  '0011-phrases': phrases,
  '0012-minutes-images': minutesImages,
  '0013-remarks': remarks,
  '0014-sealed-ballots': sealedBallots,
  '0015-jottings': jottings,
};
