// The only door of the official documents. Knows paper; nothing of networks, disks or screens.
export { minutesDocx, type Paper } from './minutes-docx.ts';
export { sheetDocx } from './sheet-docx.ts';
export { csvText, plainCell } from './csv.ts';
export { minutesFileName, sheetFileName } from './file-name.ts';
export type { Printed } from './evidence/printed.ts';
export type { PrintedCorrection } from './corrections.ts';
export type { Column, Head, Part, Row, Sheet, SheetBlock, SheetKind, Signed } from './sheets/sheet.ts';
export { sheetKinds } from './sheets/sheet.ts';
export type { Source } from './sheets/occasion.ts';
export { rollOrders, type RollOrder } from './sheets/people.ts';
export { listKinds, listRows, sheetOfList, type ListKind } from './sheets/lists.ts';
export { mayHave, missingFor, offersFor, type Missing, type Offer } from './sheets/offer.ts';
export { noticeSheet } from './sheets/notice.ts';
export { rollSheet } from './sheets/roll.ts';
export { ballotSheet } from './sheets/ballot.ts';
export { votesSheet } from './sheets/votes.ts';
export { digestsIn, speechesSheet, type Digests } from './sheets/speeches.ts';
export { reportSheet } from './sheets/report.ts';
