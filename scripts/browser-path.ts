// Tells, as one line of JSON, with which environment a Chromium starts here, or why none does; for programs that start one themselves.
import { join } from 'node:path';
import { findBrowser } from './browser.ts';

// What is said while one is being installed is for the person who waits, not for the program that reads.
console.log = (...words: readonly unknown[]): void => console.error(...words);
process.stdout.write(`${JSON.stringify(await findBrowser(join(import.meta.dirname, '..')))}\n`);
