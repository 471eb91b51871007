// Knows the rules of who may import whom, as data and as sentences; not how a file is read.

export interface Import {
  /** A package's name, or for a relative import the path from the root. */
  readonly target: string;
  readonly kind: 'value' | 'type' | 'lazy';
  readonly relative?: boolean;
}

export interface Module {
  /** Path from the root, with forward slashes. */
  readonly file: string;
  readonly imports: readonly Import[];
  /** The code without comments and strings. */
  readonly words: string;
}

/** An arrow never turns: what each place may import of the workspace. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/meeting': [],
  'packages/protocol': ['meeting'],
  'packages/room': ['meeting', 'protocol'],
  'packages/minutes': ['meeting'],
  'packages/record': ['meeting', 'protocol', 'minutes'],
  'apps/server': ['meeting', 'protocol', 'room', 'minutes', 'record'],
  'apps/web': ['meeting', 'protocol', 'room', 'minutes', 'record'],
  'apps/rehearsal': ['meeting', 'protocol', 'room'],
  e2e: [],
  scripts: [],
};

/** The fault programmes look behind the doors, through those that are made for tests. */
const mayImportToo: readonly (readonly [folder: string, targets: readonly string[]])[] = [
  [
    'apps/rehearsal/torture/',
    [
      '@xieshang/record/evidence',
      '@xieshang/record/testing',
      '@xieshang/record/verify',
      '@xieshang/minutes',
      '@xieshang/minutes/testing',
      '@xieshang/server/testing',
    ],
  ],
  ['apps/rehearsal/bench/', ['@xieshang/minutes', '@xieshang/server/testing']],
];

/** The server's folders have one purpose each; main and app introduce them to one another. */
const serverFolders = ['http', 'live', 'collab', 'history', 'sign-in', 'store', 'read-models', 'backup', 'evidence', 'archives'];
/** Pages that phones and the hall load: everything they load at once must be free of antd. */
const lightPages = [/^apps\/web\/src\/main\.tsx$/, /^apps\/web\/src\/meeting\/(member|hall)\//, /^apps\/web\/src\/minutes\//];
const lightFolders = /^apps\/web\/src\/(ui|words|live)\//;
/** The one file of ui/ that dresses antd for the office; only office screens import it. */
const officeTheme = /^apps\/web\/src\/ui\/antd-[\w-]+\.tsx?$/;
/** Laws 1: no clock, no random, no I/O, nothing asynchronous. */
const impure =
  /\b(async|await|Promise|Date|Math\.random|console|performance|setTimeout|setInterval|queueMicrotask|crypto|fetch|process|globalThis)\b/;

const isTest = (file: string): boolean => /\.(test|fuzz\.test|contract|story)\.tsx?$/.test(file) || file.includes('/testing/');
const placeOf = (file: string): string =>
  file
    .split('/')
    .slice(0, /^(e2e|scripts)\//.test(file) ? 1 : 2)
    .join('/');
const isAntd = (target: string): boolean => /^(antd|@ant-design)(\/|$)/.test(target);
const serverFolderOf = (file: string): string | undefined => serverFolders.find((folder) => file.startsWith(`apps/server/src/${folder}/`));

function packages({ file, imports }: Module): string[] {
  const place = placeOf(file);
  const allowed = mayImport[place];
  if (!allowed) return [`${file}: ${place} has no place in the arrows; name it in scripts/arrow-rules.ts`];
  return imports.flatMap(({ target, kind, relative }) => {
    if (relative) return placeOf(target) === place ? [] : [`${file}: reaches into ${target}; import another package by its name`];
    const name = /^@xieshang\/([\w-]+)/.exec(target)?.[1];
    if (!name || allowed.includes(name) || place.endsWith(`/${name}`)) return [];
    if (mayImportToo.some(([folder, targets]) => file.startsWith(folder) && targets.includes(target))) return [];
    if (place === 'apps/web' && name === 'server') return kind === 'type' ? [] : [`${file}: may only \`import type\` from ${target}`];
    return [`${file}: the arrow to ${target} would turn`];
  });
}

function purity({ file, imports, words }: Module): string[] {
  if (!file.startsWith('packages/') || isTest(file)) return [];
  const outside = imports.filter(
    ({ target, relative }) => !relative && (target.startsWith('node:') || file.startsWith('packages/meeting/')),
  );
  const sentences = outside.map(({ target }) => `${file}: must not import ${target}`);
  if (!file.startsWith('packages/meeting/src/')) return sentences;
  const lines = words.split('\n');
  return sentences.concat(
    lines.flatMap((line, index) => {
      const word = impure.exec(line)?.[1];
      return word ? [`${file}:${index + 1}: "${word}" has no place in a pure decision`] : [];
    }),
  );
}

function purposes({ file, imports }: Module): string[] {
  const own = serverFolderOf(file);
  if (!own || isTest(file)) return [];
  return imports.flatMap(({ target, kind }) => {
    const other = serverFolderOf(target);
    return other && other !== own && kind !== 'type' ? [`${file}: ${own}/ must not import ${other}/; main introduces them`] : [];
  });
}

/** Follows what a light page loads at once; what is loaded later may be heavy. */
function weight(modules: readonly Module[]): string[] {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const seen = new Map<string, string>();
  const pending = modules
    .filter(
      ({ file }) => !isTest(file) && !officeTheme.test(file) && (lightFolders.test(file) || lightPages.some((page) => page.test(file))),
    )
    .map(({ file }) => file);
  for (const file of pending) seen.set(file, file);
  const sentences: string[] = [];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    const way = seen.get(file) ?? file;
    for (const { target, kind, relative } of byFile.get(file)?.imports ?? []) {
      if (kind !== 'value') continue;
      if (isAntd(target)) sentences.push(`${way}: phones and the hall must not load ${target}`);
      if (!relative || seen.has(target)) continue;
      seen.set(target, `${way} → ${target}`);
      pending.push(target);
    }
  }
  return sentences;
}

/** One sentence for each misstep, sorted by file. */
export function missteps(modules: readonly Module[]): string[] {
  const each = modules.flatMap((module) => [...packages(module), ...purity(module), ...purposes(module)]);
  return [...each, ...weight(modules)].sort();
}
