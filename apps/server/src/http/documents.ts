// Knows how the official documents of a meeting are offered, read and brought as files over HTTP; not what they say.
import { Hono, type Context } from 'hono';
import { convened, personId, view, type Meeting, type MeetingId, type Role } from '@xieshang/meeting';
import {
  amendmentsSheet,
  ballotSheet,
  csvText,
  digestsIn,
  listKinds,
  listRows,
  mayHave,
  missingFor,
  noticeSheet,
  offersFor,
  reportSheet,
  rollOrders,
  rollSheet,
  sheetDocx,
  sheetFileName,
  electionsSheet,
  sheetKinds,
  slipsSheet,
  sheetOfList,
  speechesSheet,
  votesSheet,
  type RollOrder,
  type Sheet,
  type SheetKind,
  type Source,
} from '@xieshang/record';
import { attached } from './attached.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, type AtMeeting } from './guards.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const kindOf = (text: string): SheetKind | undefined => sheetKinds.find((one) => one === text);

export const documentRoutes = (deps: HttpDeps) => {
  const { store, records, minutes } = deps;

  /** The meeting as the reader sees it; a draft as it would be convened. Null where there is neither. */
  async function stateFor(meeting: MeetingId, account: string, role: Role): Promise<Meeting | null> {
    const state = await records.state(meeting);
    if (state && state.phase !== 'notConvened') return view(state, { person: personId(account), role });
    const draft = role === 'secretary' ? await store.drafts.find(meeting) : null;
    return draft && convened(draft.plan, personId(account), draft.savedAt);
  }

  async function sourceFor(meeting: MeetingId, account: string, role: Role): Promise<Source> {
    const [state, committee, convenedAt] = await Promise.all([
      stateFor(meeting, account, role),
      store.committee.read(),
      records.convenedAt(meeting),
    ]);
    if (!state || state.phase === 'notConvened') throw new Problem('NotFound');
    return { meeting: state, committee: { name: committee.name, zone: committee.zone }, convenedAt };
  }

  async function sheetOf(
    kind: SheetKind,
    source: Source,
    account: string,
    asked: { readonly motion?: string; readonly order?: string },
  ): Promise<Sheet> {
    switch (kind) {
      case 'notice':
        return noticeSheet(source);
      case 'roll':
        return rollSheet(source, rollOrders.find((order): order is RollOrder => order === asked.order) ?? 'sector');
      case 'amendments':
        return amendmentsSheet(source);
      case 'ballot':
        return ballotSheet(source);
      case 'votes': {
        const sheet = votesSheet(source, asked.motion ?? null);
        if (sheet.parts.length === 0) throw new Problem('NotFound');
        return sheet;
      }
      case 'slips':
        return slipsSheet(source);
      case 'elections':
        return electionsSheet(source);
      case 'speeches': {
        const read = await minutes.readFor(source.meeting.notice.meeting, account);
        return speechesSheet(source, read ? digestsIn(read.manuscript) : new Map());
      }
      case 'report':
        return reportSheet(source);
    }
  }

  /** Of a meeting that one is on the roll of, or prepares; to others its documents are not there. */
  function roleAt(c: Context<AtMeeting>): Role {
    const { person, scope } = c.get('who');
    const role = c.get('seat')?.role;
    if (role) return role;
    if (c.get('meeting').phase === 'draft' && scope === null && person.role === 'secretary') return 'secretary';
    throw new Problem('NotFound');
  }

  /** Refuses what is not theirs, and says so where it is not there yet. */
  async function made(c: Context<AtMeeting>, kind: SheetKind | undefined): Promise<{ readonly sheet: Sheet; readonly source: Source }> {
    const { account } = c.get('who').person;
    const role = roleAt(c);
    if (kind === undefined) throw new Problem('NotFound');
    if (!mayHave(role, kind)) throw new Problem('NotPermitted');
    const source = await sourceFor(c.get('meeting').meeting, account, role);
    const missing = missingFor(source.meeting, kind);
    if (missing !== null) throw new Problem('DocumentNotReady', { missing });
    return { source, sheet: await sheetOf(kind, source, account, c.req.query()) };
  }

  return new Hono()
    .get('/:meeting/documents', atMeeting(deps), async (c) => {
      const role = roleAt(c);
      const source = await sourceFor(c.get('meeting').meeting, c.get('who').person.account, role);
      return c.json({ documents: offersFor(source.meeting, role) });
    })
    .get('/:meeting/documents/:kind{[a-z]+}', atMeeting(deps), async (c) => {
      const { sheet } = await made(c, kindOf(c.req.param('kind')));
      return c.json({ sheet });
    })
    .get('/:meeting/documents/:file{[a-z]+\\.docx}', atMeeting(deps), paced(deps, 'exports'), fewAtOnce(), async (c) => {
      const { sheet } = await made(c, kindOf(c.req.param('file').replace(/\.docx$/, '')));
      const file = await sheetDocx(sheet);
      return c.body(new Uint8Array(file), 200, attached(wordFile, sheetFileName(sheet, 'docx'), `${sheet.kind}.docx`));
    })
    .get('/:meeting/documents/:file{[a-z]+\\.csv}', atMeeting(deps), paced(deps, 'exports'), async (c) => {
      const kind = listKinds.find((one) => `${one}.csv` === c.req.param('file'));
      const { sheet, source } = await made(c, kind && sheetOfList[kind]);
      const rows = kind === undefined ? [] : listRows(source, kind);
      const name = kind === 'named' ? { name: `${sheet.name}（逐人）` } : sheet;
      return c.body(csvText(rows), 200, attached('text/csv; charset=utf-8', sheetFileName(name, 'csv'), `${kind}.csv`));
    });
};
