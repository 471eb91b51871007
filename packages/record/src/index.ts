// The only door of the official documents. Knows paper; nothing of networks, disks or screens.
export { minutesDocx, type Paper } from './minutes-docx.ts';
export { minutesFileName } from './file-name.ts';
export type { Printed } from './evidence/printed.ts';
export type { PrintedCorrection } from './corrections.ts';
