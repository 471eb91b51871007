// The door of the whole file of a consultation: packed here, opened elsewhere. Knows nothing of disks, networks and screens.
export { archive, evidenceName, type ArchiveParts } from './pack.ts';
export { openArchive, type ArchiveFault, type Opened, type OpenedArchive } from './open.ts';
