// Knows how what meetings have left is found over HTTP; not how it is kept. Who finds what is the store's to say, by circle.
import { Hono } from 'hono';
import { extractKinds, type FoundExtract, type ExtractKind } from '../ports.ts';
import type { HttpDeps } from './deps.ts';
import { looksAfterAll, signedIn } from './guards.ts';
import { Problem } from './problem.ts';

const most = 20;
/** Characters. */
const longestQuestion = 60;

const isKind = (kind: string): kind is ExtractKind => (extractKinds as readonly string[]).includes(kind);

function kindsOf(given: string): readonly ExtractKind[] {
  const kinds = given.split(',').filter((kind) => kind !== '');
  if (!kinds.every(isKind)) throw new Problem('Malformed', { at: 'kinds' });
  return kinds;
}

/** `<startsAt>.<id>` of the last one there was. */
function afterOf(given: string): { readonly startsAt: number; readonly id: number } | null {
  if (given === '') return null;
  const [, startsAt = '', id = ''] = /^(\d{1,15})\.(\d{1,15})$/.exec(given) ?? [];
  if (id === '') throw new Problem('Malformed', { at: 'after' });
  return { startsAt: Number(startsAt), id: Number(id) };
}

const cursorOf = ({ startsAt, id }: FoundExtract): string => `${startsAt}.${id}`;

export const searchRoutes = (deps: HttpDeps) =>
  new Hono().get('/', signedIn(deps), async (c) => {
    const typed = (c.req.query('q') ?? '').trim();
    if (typed.length > longestQuestion) throw new Problem('Malformed', { at: 'q', message: `最多输入 ${longestQuestion} 个字。` });
    const { person, scope } = c.get('who');
    const answer = await deps.store.extracts.find(
      { person: person.account, everything: looksAfterAll(person), scope },
      { typed, kinds: kindsOf(c.req.query('kinds') ?? ''), after: afterOf(c.req.query('after') ?? ''), most },
    );
    if (answer === null) throw new Problem('Malformed', { at: 'q', message: '请输入要找的字词，至少一个汉字、字母或数字。' });
    const { found, more } = answer;
    const last = found.at(-1);
    return c.json({
      found: found.map(({ id: _inner, ...extract }) => extract),
      next: more && last ? cursorOf(last) : null,
    });
  });
