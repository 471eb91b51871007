// Knows what a machine without internet needs to run this program, and lays it out in a folder; not how that is wrapped up.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Needs nothing of the machine but a shell: not even a search path. */
const starter = `#!/bin/sh
# 协商厅：./xieshang serve 正式使用，./xieshang start 演示；backup、verify、restore、rehearse 同 npm run。
case "$0" in */*) here="\${0%/*}" ;; *) here=. ;; esac
command="\${1:-serve}"
[ $# -gt 0 ] && shift
SERVER_PROGRAM=apps/server/dist/main.js
[ -f "$here/$SERVER_PROGRAM" ] || SERVER_PROGRAM=apps/server/src/main.ts
export SERVER_PROGRAM
case "$command" in
  start | serve | demo:reset) exec "$here/node" "$here/$SERVER_PROGRAM" "$command" "$@" ;;
  backup | verify | restore) exec "$here/node" "$here/apps/server/src/keeper.ts" "$command" "$@" ;;
  rehearse) exec "$here/node" "$here/apps/rehearsal/src/main.ts" "$@" ;;
  *) echo "没有“$command”这个命令。可用的命令：start、serve、demo:reset、backup、verify、restore、rehearse" >&2; exit 1 ;;
esac
`;

/** The programs that are shipped; their own packages come along. */
const apps = ['apps/server', 'apps/rehearsal'] as const;
const beside = ['package.json', 'README.md', 'docs/operating.md', 'docs/protocol.md', 'docs/rules.md', 'docs/words.md'] as const;
/** Made for those who change the program, not for those who run it. */
const notShipped = new Set(['testing', 'torture', 'bench', 'figures', 'node_modules']);
const isShipped = (path: string): boolean => !notShipped.has(basename(path)) && !/\.(test|contract)\.tsx?$/.test(path);

interface Described {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const described = (folder: string): Described => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const needsOf = (folder: string): readonly string[] => {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = described(folder);
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
};

/** Where a package of ours or of others lies that a folder asks for by name; null: one that nobody here needs. */
function whereIs(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(place)) return realpathSync(place);
    if (folder === dirname(folder)) return null;
  }
}

interface Found {
  /** Folders of ours, from the root. */
  readonly own: ReadonlySet<string>;
  /** Folders of others, by their real place. */
  readonly others: ReadonlySet<string>;
}

/** Everything that the programs ask for when they run, and what that asks for, and so on. */
function closure(): Found {
  const own = new Set<string>();
  const others = new Set<string>();
  const pending: string[] = apps.map((app) => join(root, app));
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const seen = folder.includes(`${sep}node_modules${sep}`) ? others : own;
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (const name of needsOf(folder)) {
      const place = whereIs(name, folder);
      if (place !== null) pending.push(place);
      else if (described(folder).dependencies?.[name] !== undefined) throw new Error(`${folder} asks for ${name}, which is not installed`);
    }
  }
  return { own, others };
}

/** Lays the program out in a folder that is not there yet. */
export function layOut(target: string): void {
  const copy = (from: string): void => cpSync(from, join(target, relative(root, from)), { recursive: true, filter: isShipped });
  const { own, others } = closure();
  for (const name of beside) copyTo(join(root, name), join(target, name));
  for (const folder of own) {
    copyTo(join(folder, 'package.json'), join(target, relative(root, folder), 'package.json'));
    for (const part of ['src', 'templates']) if (existsSync(join(folder, part))) copy(join(folder, part));
    link(folder, target);
  }
  cpSync(join(root, 'apps/web/dist'), join(target, 'apps/web/dist'), { recursive: true });
  // In one file only where that is known to be of these sources.
  const program = process.env['SERVER_PROGRAM'];
  if (program !== undefined) copyTo(join(root, program), join(target, program));
  for (const folder of others) {
    const to = join(target, relative(root, folder));
    // Packages of others are taken as they are, without the packages they in turn have beside them.
    cpSync(folder, to, { recursive: true, filter: (path) => path === folder || basename(path) !== 'node_modules' });
    link(folder, target);
  }
  linkCommon(others, target);
  copyTo(join(root, 'node_modules/node/bin/node'), join(target, 'node'));
  writeFileSync(join(target, 'xieshang'), starter);
  for (const name of ['node', 'xieshang']) chmodSync(join(target, name), 0o755);
}

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(realpathSync(from), to);
}

/** A folder finds there what it finds here: the same packages under the same names. */
function link(folder: string, target: string): void {
  const here = join(target, relative(root, folder));
  for (const name of needsOf(folder)) {
    const place = whereIs(name, folder);
    if (place === null) continue;
    const there = join(target, relative(root, place));
    const isBeside = folder.includes(`${sep}node_modules${sep}`);
    const at = join(isBeside ? folderOfPackages(here) : join(here, 'node_modules'), name);
    if (at === there || existsSync(at)) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(at), there), at, 'junction');
  }
}

/** Some ask for what they do not name; pnpm lets them find it here, one of each name. */
function linkCommon(others: ReadonlySet<string>, target: string): void {
  const common = 'node_modules/.pnpm/node_modules';
  const names = readdirSync(join(root, common)).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(root, common, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  for (const name of names) {
    const place = join(root, common, name);
    if (!existsSync(place) || !others.has(realpathSync(place))) continue;
    const at = join(target, common, name);
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(at), join(target, relative(root, realpathSync(place)))), at, 'junction');
  }
}

/** Of a package of others: the folder it lies in, with those it asks for. */
const folderOfPackages = (folder: string): string =>
  folder.slice(0, folder.lastIndexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length);
