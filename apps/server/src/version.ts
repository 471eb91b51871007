// Knows which version of the program this is; nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const version: string = String(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')).version);
