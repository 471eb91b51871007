import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const [, sent = '', facts = ''] = read('docs/protocol.md').split(/^## [34]\..*$/m);

const commands = (): readonly string[] => inSource('packages/meeting/src/permissions.ts', /^ {2}([A-Z][A-Za-z]+): /gm);
const named = (page: string): readonly string[] => [...page.matchAll(/`([A-Z][A-Za-z]+)[ `]/g)].flatMap(([, name]) => name ?? []);
const inSource = (path: string, pattern: RegExp): readonly string[] => [...read(path).matchAll(pattern)].flatMap(([, name]) => name ?? []);

test('docs/protocol.md names every command there is', () => {
  expect(commands().length).toBeGreaterThan(40);
  expect(commands().filter((command) => !named(sent).includes(command))).toEqual([]);
});

test('docs/words.md has the word for every command there is', () => {
  const words = named(read('docs/words.md'));
  expect(commands().filter((command) => !words.includes(command))).toEqual([]);
});

test('docs/protocol.md names every fact there is', () => {
  const events = readdirSync(join(root, 'packages/meeting/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => inSource(`packages/meeting/src/${file}`, /type: '([A-Z][A-Za-z]+)';\s+(?:readonly )?payload:/g));
  expect(events.length).toBeGreaterThan(90);
  expect(events.filter((event) => !named(facts).includes(event))).toEqual([]);
});
