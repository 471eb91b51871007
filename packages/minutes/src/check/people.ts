// Knows where prose names people, and when a name, a 界别 or a post is not that of the roll; not what they said.
import { distance } from '../draft/alike.ts';
import { factId } from '../fact-id.ts';
import type { Mismatch } from './finding.ts';
import type { CheckRecord, Person } from './record.ts';

const han = '[\\p{Script=Han}·]';
const fact = factId('names');

/** Before 委员 these are no surnames: 各委员、与会委员、有委员. */
const noSurname = /^[有各众名位些该某多数全本会同其请由让与和及对为每老新女男两几余级届专政驻住的等]/;

/** Whether a text could be meant for a name: as long, one character off, and that character one a name could have. */
function nearly(said: string, { name }: Person): boolean {
  if (said.length !== name.length || said === name || name.length < 2) return false;
  if (distance(said, name, 1) !== 1) return false;
  return !(name.endsWith('委员') && (!said.endsWith('委员') || noSurname.test(said)));
}

const near = (said: string, people: readonly Person[]): Person | undefined => people.find((one) => nearly(said, one));

const lengthsOf = (people: readonly Person[]): readonly number[] =>
  [...new Set(people.map(({ name }) => name.length))].toSorted((one, other) => other - one);

/** The person a run of characters ends with: exactly, or nearly when the name stands by itself. */
function endOf(run: string, record: CheckRecord): { readonly person: Person; readonly length: number; readonly exact: boolean } | null {
  const lengths = lengthsOf(record.people);
  for (const length of lengths) {
    const person = length <= run.length ? record.names.get(run.slice(-length)) : undefined;
    if (person) return { person, length, exact: true };
  }
  const person = near(run, record.people);
  return person ? { person, length: run.length, exact: false } : null;
}

const unknown = (from: number, to: number, written: string, { name }: Person): Mismatch => ({
  kind: 'name',
  ...{ from, to, written, recorded: `名单上没有，近似的是${name}`, plainly: true, record: '会议名单', fact },
});

export const peopleMismatches = (text: string, record: CheckRecord): readonly Mismatch[] => [
  ...sectorMismatches(text, record),
  ...speakerMismatches(text, record),
  ...listMismatches(text, record),
  ...chairMismatches(text, record),
];

/** 张委员（经济界） */
function sectorMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  const pattern = new RegExp(`(?<run>${han}{1,12})[（(](?<sector>[^（）()，。；、]{1,14}界)[）)]`, 'dgu');
  const sectors = new Set(record.people.flatMap(({ sector }) => sector ?? []));
  return [...text.matchAll(pattern)].flatMap((match): Mismatch[] => {
    const { run = '', sector = '' } = match.groups ?? {};
    const [runFrom, runTo] = match.indices?.groups?.['run'] ?? [0, 0];
    const [from, to] = match.indices?.groups?.['sector'] ?? [0, 0];
    const found = endOf(run, record) ?? nearEnd(run, record);
    if (!found) return [];
    if (!found.exact) return [unknown(runTo - found.length, runTo, run.slice(-found.length), found.person)];
    const told = found.person.sector;
    if (told === null || told === sector || runFrom === runTo) return [];
    if (!sectors.has(sector) && distance(sector, told, 2) > 2) return [];
    return [{ kind: 'name', from, to, written: `${found.person.name}（${sector}）`, recorded: told, record: '会议名单', fact }];
  });
}

/** Behind a bracket with a sector somebody's name must stand, even when more stands before it. */
function nearEnd(run: string, record: CheckRecord): ReturnType<typeof endOf> {
  for (const length of lengthsOf(record.people)) {
    const said = run.slice(-length);
    const person = said.length === length ? near(said, record.people) : undefined;
    if (person) return { person, length, exact: false };
  }
  return null;
}

const deeds: readonly (readonly [pattern: RegExp, kind: 'keynote' | 'free' | null])[] = [
  [new RegExp(`(?<list>(?:${han}{2,8}、)*${han}{2,8}?)(?:等[^，。；]{1,6}[名位]委员)?(?:先后|分别|依次)?作了?重点发言`, 'dgu'), 'keynote'],
  [new RegExp(`(?<list>(?:${han}{2,8}、)*${han}{2,8}?)(?:等[^，。；]{1,6}[名位]委员)?(?:先后|分别|依次)?作了?自由发言`, 'dgu'), 'free'],
  [new RegExp(`(?<list>(?:${han}{2,8}、)*${han}{2,8}?)(?:追问|提出的?[“‘]|插话)`, 'dgu'), null],
];

/** 张委员、李委员作重点发言: each must be one of those who did. */
function speakerMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  return deeds.flatMap(([pattern, kind]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [from = 0] = match.indices?.groups?.['list'] ?? [];
      let at = from;
      return (match.groups?.['list'] ?? '').split('、').flatMap((one): Mismatch[] => {
        const start = at;
        at += one.length + 1;
        const found = endOf(one, record);
        if (!found) return [];
        const place = { from: start + one.length - found.length, to: start + one.length };
        if (!found.exact) return [unknown(place.from, place.to, one, found.person)];
        if (kind === null || record.speakers[kind].size === 0 || record.speakers[kind].has(found.person.name)) return [];
        const what = kind === 'keynote' ? '重点发言' : '自由发言';
        const recorded = `${found.person.name}没有作${what}`;
        return [{ kind: 'name', plainly: true, ...place, written: `${found.person.name}作${what}`, recorded, record: '发言记录', fact }];
      });
    }),
  );
}

/** A name between names of the roll that is nearly one of them: 张委员、李委贝、王委员. */
function listMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  const pattern = new RegExp(`${han}{2,5}(?:、${han}{2,5})+`, 'dgu');
  return [...text.matchAll(pattern)].flatMap((match) => {
    const items = match[0].split('、');
    const ends = items.map((one) => endOf(one, record));
    let at = match.index;
    return items.flatMap((one, place): Mismatch[] => {
      const start = at;
      at += one.length + 1;
      const found = ends[place];
      const beside = [ends[place - 1], ends[place + 1]].some((other) => other?.exact);
      return found && !found.exact && beside ? [unknown(start, start + one.length, one, found.person)] : [];
    });
  });
}

const posts = /(?:常务)?副?(?:主席|主任|秘书长|局长|市长|区长|县长|部长|书记|厅长|院长|会长)$/;

/** 市政协副主席甲主持会议 */
function chairMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  const { chair } = record;
  if (!chair) return [];
  const pattern = new RegExp(`(?:由)?(?<run>${han}{1,30})主持(?=会议|召开|[。，；])`, 'dgu');
  return [...text.matchAll(pattern)].flatMap((match): Mismatch[] => {
    const run = match.groups?.['run'] ?? '';
    const [, to = 0] = match.indices?.groups?.['run'] ?? [];
    const recorded = `${chair.post}${chair.name}`;
    const wrong = (written: string): Mismatch => ({
      kind: 'name',
      ...{
        from: to - written.length,
        to,
        written: `${written}主持`,
        recorded: `${recorded}主持`,
        record: '主持记录',
        fact: factId('roll'),
      },
    });
    const whole = run.slice(-recorded.length);
    if (chair.post !== '' && whole.length === recorded.length && distance(whole, recorded, 1) === 1) return [wrong(whole)];
    if (run.endsWith(chair.name)) {
      const [said, told] = [posts.exec(run.slice(0, -chair.name.length))?.[0], posts.exec(chair.post)?.[0]];
      return said === undefined || told === undefined || said === told ? [] : [wrong(`${said}${chair.name}`)];
    }
    if (run.includes(chair.name) && posts.test(run)) return [];
    if (chair.post !== '' && run.endsWith(chair.post)) return [];
    const other = record.people.find(
      (one) => one !== chair && one.name.length > 0 && run.endsWith(`${one.post}${one.name}`) && `${one.post}${one.name}`.length > 1,
    );
    if (other) return [wrong(`${other.post}${other.name}`)];
    return nearly(run, chair) ? [wrong(run)] : [];
  });
}
