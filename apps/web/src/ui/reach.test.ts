// Knows that a place's look for its buttons stops at the dialogs that are opened from it: they stand inside it in the page.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '..');
const anyButtonWithin = /^(?<place>[^@\n{}]*[\w\]]) button(?!\S*:not\(dialog \*\))[^\n{}]*[,{]/gm;
/** Choices of one question: no dialog is opened from them, and some stand in one. */
const choices = new Set(['.rating', '.hands', '.three', '.order', '.outline']);

test('no place dresses the buttons of a dialog that is opened from it', () => {
  const reaching = globSync('**/*.module.css', { cwd: source }).flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(anyButtonWithin)]
      .filter(({ groups }) => !choices.has(groups?.['place']?.trim() ?? ''))
      .map(([rule]) => `${file}: ${rule.trim()}`),
  );
  expect(reaching).toEqual([]);
});
