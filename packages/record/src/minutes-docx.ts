// Knows the order in which the parts of minutes stand on paper (GB/T 9704-2012 纪要格式); each part knows its own look.
import { Document, Packer } from 'docx';
import type { Manuscript } from '@xieshang/minutes';
import { attendance } from './attendance.ts';
import { body } from './body.ts';
import { colophon } from './colophon.ts';
import type { Printed } from './evidence/printed.ts';
import { correctionsPage, type PrintedCorrection } from './corrections.ts';
import { dateIn } from './dates.ts';
import { head } from './head.ts';
import type { ImageBytes } from './images.ts';
import { coreProperties, fontTable } from './package-parts.ts';
import { section } from './page.ts';
import { pageNumbers } from './page-numbers.ts';
import { proof } from './proof.ts';
import { styles } from './styles.ts';
import { attachmentNote, voteAttachment } from './votes.ts';
import { withoutTimes } from './zip-times.ts';

export interface Paper {
  /** Epoch milliseconds; null for a draft, which carries no date. */
  readonly issuedAt: number | null;
  readonly corrections: readonly PrintedCorrection[];
  /** What they can be checked by; null for a draft. */
  readonly printed: Printed | null;
  /** Of the images in the text, by their `sha256`. */
  readonly images?: ImageBytes;
}

/** The corrections came later than the document they correct: its 版记 closes it, they follow. */
function children(manuscript: Manuscript, { issuedAt, corrections, printed, images = new Map() }: Paper) {
  const date = issuedAt === null ? null : dateIn(manuscript.zone, issuedAt);
  return [
    ...head(manuscript, date),
    ...body(manuscript.body, images),
    ...attachmentNote(manuscript.votes),
    ...attendance(manuscript),
    ...voteAttachment(manuscript.votes),
    ...proof(printed),
    ...colophon(manuscript.issuer, manuscript.copyTo, date),
    ...correctionsPage(corrections, manuscript.zone),
  ];
}

/**
 * The minutes as a Word file: official geometry, text exact but for control characters, no links, no field but the page number. The
 * same manuscript and paper give the same bytes. Throws only for a time zone or a time that does not exist.
 */
export async function minutesDocx(manuscript: Manuscript, paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: section, footers: pageNumbers, children: children(manuscript, paper) }],
  });
  const parts = [
    { path: 'docProps/core.xml', data: coreProperties(manuscript.title, manuscript.issuer, paper.issuedAt ?? manuscript.heldOn) },
    { path: 'word/fontTable.xml', data: fontTable },
    { path: 'word/styles.xml', data: styles },
  ];
  return withoutTimes(await Packer.pack(document, 'uint8array', undefined, parts));
}
