// Knows how the table of contributions is brought as a file over HTTP; not what stands in it.
import { Hono, type Context } from 'hono';
import { personId, view } from '@xieshang/meeting';
import { contributionsCsv, contributionsName, contributionsWorkbook, sheetFileName, type Export } from '@xieshang/record';
import { wantedOf } from '@xieshang/record/contributions';
import { attached } from './attached.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, type AtMeeting } from './guards.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

const excelFile = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const contributionRoutes = (deps: HttpDeps) => {
  const { store, records, clock } = deps;

  /** W1. What was said is public: those on the roll have it as they see it in the room, but for observers, who only look on. */
  async function asked(c: Context<AtMeeting>): Promise<Export> {
    const role = c.get('seat')?.role;
    if (role === undefined) throw new Problem('NotFound');
    if (role === 'observer') throw new Problem('NotPermitted');
    const id = c.get('meeting').meeting;
    const [state, committee, convenedAt] = await Promise.all([records.state(id), store.committee.read(), records.convenedAt(id)]);
    if (!state) throw new Problem('NotFound');
    const meeting = view(state, { person: personId(c.get('who').person.account), role });
    if (meeting.phase === 'notConvened') throw new Problem('NotFound');
    const source = { meeting, committee: { name: committee.name, zone: committee.zone }, convenedAt };
    return { source, wanted: wantedOf(c.req.query()), now: clock() };
  }

  const named = (one: Export, ending: 'csv' | 'xlsx'): string => sheetFileName({ name: contributionsName(one) }, ending);

  return new Hono()
    .get('/:meeting/contributions.xlsx', atMeeting(deps), paced(deps, 'exports'), fewAtOnce(), async (c) => {
      const one = await asked(c);
      return c.body(await contributionsWorkbook(one), 200, attached(excelFile, named(one, 'xlsx'), 'contributions.xlsx'));
    })
    .get('/:meeting/contributions.csv', atMeeting(deps), paced(deps, 'exports'), async (c) => {
      const one = await asked(c);
      return c.body(contributionsCsv(one), 200, attached('text/csv; charset=utf-8', named(one, 'csv'), 'contributions.csv'));
    });
};
