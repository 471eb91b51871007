// Knows which folder may import which (design: the arrows); not what the code does. Reads text only, so it is quick.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { missteps, type Module } from './arrow-rules.ts';

const roots = ['packages', 'apps', 'e2e', 'scripts'];
const skipped = new Set(['node_modules', 'dist', '.cache', 'test-results', 'public', 'templates']);

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|tsx|mts)$/.test(entry.name) ? [path] : [];
  });
}

/** The code without comments, templates and the insides of strings, for looking at words. Lines keep their numbers. */
export function bare(source: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (text) => blank(text));
}

/** Every import of a source text; `type` ones leave no trace at run time, `lazy` ones are loaded later. */
export function importsOf(source: string): Module['imports'] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/^\s*\/\/.*$/gm, '');
  const found: { target: string; kind: 'value' | 'type' | 'lazy' }[] = [];
  for (const match of text.matchAll(/^[ \t]*(?:import|export)\b([^;'"`()]*?)\bfrom\s*['"]([^'"]+)['"]/gm)) {
    found.push({ target: match[2] ?? '', kind: /^\s*type\b(?!\s*,)/.test(match[1] ?? '') ? 'type' : 'value' });
  }
  for (const match of text.matchAll(/^[ \t]*import\s*['"]([^'"]+)['"]/gm)) found.push({ target: match[1] ?? '', kind: 'value' });
  for (const match of text.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ target: match[2] ?? '', kind: match[1] ? 'type' : 'lazy' });
  }
  return found;
}

function read(root: string, path: string): Module {
  const source = readFileSync(path, 'utf8');
  const file = relative(root, path).replaceAll('\\', '/');
  const imports = importsOf(source).map(({ target, kind }) => ({
    kind,
    target: target.startsWith('.') ? normalize(join(dirname(file), target)).replaceAll('\\', '/') : target,
    relative: target.startsWith('.'),
  }));
  return { file, imports, words: bare(source) };
}

/** One sentence for each import or word that is not allowed; empty when all is well. */
export function wrongArrows(root: string): string[] {
  const modules = roots.flatMap((folder) => filesIn(join(root, folder))).map((path) => read(root, path));
  return missteps(modules);
}

if (import.meta.main) {
  const wrong = wrongArrows(join(import.meta.dirname, '..'));
  for (const sentence of wrong) console.error(sentence);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
