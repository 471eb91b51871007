// Measures what our pages cost in a real Chromium and prints a line of figures; the goals are B1–B3. The browser itself is driven by e2e/bench.
import { parseArgs } from 'node:util';
import { firstLoad } from './browser/goal-first-load.ts';
import { bigRoll } from './browser/goal-big-roll.ts';
import { longMinutes } from './browser/goal-long-minutes.ts';
import { writeFigures, type Figure } from './figure.ts';

const parts = { load: firstLoad, roll: bigRoll, minutes: longMinutes };

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(parts);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.includes(name)) figures.push(...(await measure(values.quick === true)));
}
writeFigures('browser', figures);
process.exit(0);
