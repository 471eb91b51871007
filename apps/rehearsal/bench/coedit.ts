// Measures the co-edited minutes beside a bare relay and two known servers, in turn, and prints a line of figures; the goals are C1–C11.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openHarness } from './coedit/harness.ts';
import { prepare } from './coedit/prepared.ts';
import { stages, type Scale } from './coedit/stages.ts';
import type { Shape } from './coedit/text.ts';
import { writeFigures, type Figure } from './figure.ts';

const say = (row: object): void => void process.stderr.write(`${JSON.stringify(row)}\n`);

const full: Scale = { rounds: 3, edits: 100_000, secs: 8, flood: 20_000, hall: 200 };
const small: Scale = { rounds: 1, edits: 5000, secs: 3, flood: 2000, hall: 60 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      harness: { type: 'string' },
      quick: { type: 'boolean' },
      /** Stages, by name. */
      only: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const harness = await openHarness(values.harness ?? join(import.meta.dirname, '../../../../shared/bench'));
  const base = values.quick ? small : full;
  const scale: Scale = { ...base, rounds: values.rounds ? Number(values.rounds) : base.rounds };
  const names = values.only?.split(',') ?? stages.map(({ name }) => name);
  const chosen = stages.filter(({ name }) => names.includes(name));
  if (chosen.length !== names.length) throw new Error(`--only: ${stages.map(({ name }) => name).join(',')}`);

  const folder = join(tmpdir(), `xieshang-coedit-${process.pid}`);
  try {
    const joins = (['random', 'typed'] as const satisfies Shape[]).filter((shape) => names.includes(`join-${shape}`));
    const long = [
      ...joins.map((shape) => ({ shape, edits: scale.edits })),
      ...(names.includes('slope') && !joins.includes('random') ? [{ shape: 'random' as const, edits: scale.edits }] : []),
      ...(names.includes('slope') ? [{ shape: 'random' as const, edits: scale.edits * 4 }] : []),
    ];
    const feed = names.includes('feed') ? scale.edits : 0;
    const prepared = await prepare({ folder, people: scale.hall, long, feed });
    const figures: Figure[] = [];
    for (const stage of chosen) {
      figures.push(...(await stage.measure({ harness, prepared }, scale, say)).filter((figure) => figure !== null));
    }
    writeFigures('coedit', figures);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
process.exit(0);
