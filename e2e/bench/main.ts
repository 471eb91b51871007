// Measures what a browser costs its reader and tells it to whoever started it; judges nothing.
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';
import { firstLoads } from './first-load.ts';
import { openLong } from './long-minutes.ts';
import { roll, watcherNames } from './roll.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    url: { type: 'string' },
    watcher: { type: 'string' },
    slowdown: { type: 'string' },
    cookie: { type: 'string' },
  },
});
const [part] = positionals;
const rounds = Number(values.rounds ?? 1);
const watcher = watcherNames.find((name) => name === values.watcher) ?? 'member';

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--disable-component-update'],
});

function measured(): Promise<unknown> {
  switch (part) {
    case 'load':
      return firstLoads(browser, rounds);
    case 'roll':
      return roll(browser, values.url ?? '', watcher, Number(values.slowdown ?? 1), rounds);
    case 'minutes':
      return openLong(browser, values.url ?? '', values.cookie ?? '', Number(values.slowdown ?? 1));
    default:
      throw new Error(`no such part: ${part}`);
  }
}

const told = await measured();
await browser.close();
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(0);
