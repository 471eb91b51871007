// The door of backups, for whoever is asked for one at a terminal.
export { readAsked } from './asked.ts';
export { findBackup, type FoundBackup } from './layout.ts';
export type { Manifest } from './manifest.ts';
export type { Inventory } from './inventory.ts';
export { takeBackup, type Source } from './take.ts';
export { backUpBeforeUpgrade } from './before-upgrade.ts';
export { verifyBackup, verifyData, type Verified } from './verify.ts';
export { restoreBackup, UnsoundBackup, type Restored } from './restore.ts';
export { diskTrouble } from '../disk-trouble.ts';
