// Knows which files each kind of page loads beyond those that the HTML names, and writes them down for the server.
import type { Plugin, Rolldown } from 'vite';

/** A room on a phone is in the files of the entry. What the server tells apart: the room by role, the hall's screen, all other pages. */
const kinds: Readonly<Record<string, string>> = {
  'room.member': 'src/meeting/member/MemberPage.tsx',
  'room.departmentRep': 'src/meeting/department/DepartmentPage.tsx',
  'room.moderator': 'src/meeting/office/OfficeRoom.tsx',
  'room.secretary': 'src/meeting/office/OfficeRoom.tsx',
  'room.observer': 'src/meeting/hall/ObserverPage.tsx',
  hall: 'src/meeting/hall/HallPage.tsx',
  other: 'src/pages.tsx',
};

/** A chunk, all it needs to run, and their styles; as addresses. */
function filesOf(bundle: Rolldown.OutputBundle, name: string, seen: Set<string>): void {
  const chunk = bundle[name];
  if (chunk?.type !== 'chunk' || seen.has(name)) return;
  seen.add(name);
  for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
  for (const other of chunk.imports) filesOf(bundle, other, seen);
}

/** Writes `early.json` beside the pages. */
export const earlyFiles = (): Plugin => ({
  name: 'early-files',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
    const named = new Set<string>();
    for (const { fileName, isEntry } of chunks) if (isEntry) filesOf(bundle, fileName, named);
    const listOf = (source: string): readonly string[] => {
      const chunk = chunks.find(
        ({ facadeModuleId, moduleIds }) => facadeModuleId?.endsWith(source) || moduleIds.some((id) => id.endsWith(source)),
      );
      if (!chunk) return this.error(`${source} is in no chunk`);
      const files = new Set<string>();
      filesOf(bundle, chunk.fileName, files);
      return [...files].filter((file) => !named.has(file)).map((file) => `/${file}`);
    };
    const lists = Object.entries(kinds).map(([kind, source]) => [kind, listOf(source)] as const);
    const room = Object.fromEntries(lists.flatMap(([kind, files]) => (kind.startsWith('room.') ? [[kind.slice(5), files]] : [])));
    const others = Object.fromEntries(lists.filter(([kind]) => !kind.startsWith('room.')));
    this.emitFile({ type: 'asset', fileName: 'early.json', source: JSON.stringify({ room, ...others }) });
  },
});
