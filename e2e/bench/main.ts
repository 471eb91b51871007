// Measures what a browser costs its reader and prints it as one line of JSON; judges nothing.
import { chromium } from '@playwright/test';
import { firstLoads } from './first-load.ts';

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--disable-component-update'],
});
const rounds = process.argv.includes('--quick') ? 1 : 5;
const load = await firstLoads(browser, rounds);
await browser.close();
process.stdout.write(`${JSON.stringify({ load })}\n`);
