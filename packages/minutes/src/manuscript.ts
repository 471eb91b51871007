// Knows how minutes read in the end, with their facts in words; not how a page or a screen shows them.
import { attendeeOf, type Meeting, type MeetingId, type MotionId, type Result } from '@xieshang/meeting';
import type { DocumentJson, NodeJson } from './document-json.ts';
import { factId, type FactId } from './fact-id.ts';
import { numberer, type Level } from './numbering.ts';
import { heldOn, kindOf, rehearsalMark, type Committee } from './occasion.ts';
import { namesOf } from './people.ts';
import { motionsOf, roundsOf, type Held } from './sources.ts';
import { papersOf, quorumMissed, type Papers } from './vote-forms.ts';
import { wordingOf } from './wording.ts';

/** `\n` inside the text is a break of the line. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
}

export interface Cell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly Block[];
}

/** An image that was handed in to the meeting. `sha256` of its bytes, lower-case hex; px. */
export interface HandedImage {
  readonly sha256: string;
  readonly mime: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** Bound to its bytes by their hash: another picture under the same id would be another manuscript. */
interface ImageBlock extends HandedImage {
  readonly kind: 'image';
  readonly image: string;
  readonly caption: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: Level; readonly number: string; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | ImageBlock
  | { readonly kind: 'fact'; readonly fact: FactId; readonly source: string; readonly lines: readonly string[] };

/** A line of 表决结果一览. Nobody is counted in an acclamation: its figures are 0. */
export interface VoteRow {
  readonly number: number;
  readonly motionId: MotionId;
  readonly round: number;
  /** 建议1 */
  readonly title: string;
  readonly text: string;
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
  readonly notPressed: number;
  /** What the threshold was taken of; in an acclamation those present. */
  readonly base: number;
  readonly passed: boolean;
  readonly form: Result['form'];
  /** 废票, part of 未按; left out where there are none. */
  readonly spoilt?: number;
  /** 发出、收回, where papers were given out. */
  readonly papers?: Papers;
  /** Not enough were there. */
  readonly quorumMissed?: true;
  /** Names of those who declared a reservation, where somebody did. */
  readonly reservations?: readonly string[];
}

export interface Manuscript {
  readonly v: 1;
  readonly meeting: MeetingId;
  /** 纪要标志 */
  readonly mark: string;
  readonly title: string;
  readonly issuer: string;
  /** 〔2022〕3号; null while it is a draft. */
  readonly number: string | null;
  /** 抄送; empty for none. */
  readonly copyTo: string;
  /** Epoch ms. */
  readonly heldOn: number;
  readonly zone: string;
  readonly body: readonly Block[];
  readonly present: readonly string[];
  readonly onLeave: readonly string[];
  readonly nonVoting: readonly string[];
  /** The last round of each motion that has a result, by number. */
  readonly votes: readonly VoteRow[];
}

/** Whole and self-contained: what is issued, hashed, shown and printed. Blank paragraphs and headings are left out, and images nobody handed in. */
export function manuscriptOf(
  json: DocumentJson,
  meeting: Meeting,
  committee: Committee,
  { number, copyTo }: { readonly number: string | null; readonly copyTo: string },
  images: ReadonlyMap<string, HandedImage> = new Map(),
): Manuscript {
  if (meeting.phase === 'notConvened') throw new TypeError('a meeting that was not convened has no minutes');
  const kind = kindOf(meeting, committee);
  return {
    v: 1,
    meeting: meeting.notice.meeting,
    mark: `${kind.startsWith(committee.name) ? '' : committee.name}${kind}纪要${rehearsalMark(meeting)}`,
    title: `关于“${meeting.notice.topic}”${kind}的纪要`,
    issuer: `${committee.name}办公室`,
    number,
    copyTo,
    heldOn: heldOn(meeting),
    zone: committee.zone,
    body: bodyOf(json.content, { meeting, zone: committee.zone, images }),
    ...namesOf(meeting),
    votes: votesOf(meeting),
  };
}

interface Surroundings {
  readonly meeting: Held;
  readonly zone: string;
  readonly images: ReadonlyMap<string, HandedImage>;
}

function bodyOf(nodes: readonly NodeJson[], { meeting, zone, images }: Surroundings): readonly Block[] {
  const next = numberer();
  const blockOf = (node: NodeJson): readonly Block[] => {
    const { type, attrs = {}, content = [] } = node;
    switch (type) {
      case 'heading': {
        const [runs, level] = [runsOf(content), levelOf(attrs['level'])];
        return isBlank(runs) ? [] : [{ kind: 'heading', level, number: next(level), runs }];
      }
      case 'paragraph':
        return [{ kind: 'paragraph', runs: runsOf(content) }];
      case 'bulletList':
      case 'orderedList':
        return [{ kind: 'list', ordered: type === 'orderedList', items: content.map((item) => (item.content ?? []).flatMap(blockOf)) }];
      case 'table':
        return [{ kind: 'table', rows: content.map((row) => (row.content ?? []).map(cellOf)) }];
      case 'fact': {
        const fact = factId(String(attrs['fact']));
        const wording = fact === 'names' ? null : wordingOf(meeting, fact, zone);
        return wording ? [{ kind: 'fact', fact, ...wording }] : [];
      }
      case 'image': {
        const image = String(attrs['image']);
        const handed = images.get(image);
        return handed
          ? [{ kind: 'image', image, caption: typeof attrs['alt'] === 'string' ? printable(attrs['alt']) : '', ...handed }]
          : [];
      }
      default:
        return [];
    }
  };
  const cellOf = ({ type, attrs = {}, content = [] }: NodeJson): Cell => ({
    header: type === 'tableHeader',
    colspan: Number(attrs['colspan'] ?? 1),
    rowspan: Number(attrs['rowspan'] ?? 1),
    blocks: content.flatMap(blockOf),
  });
  return nodes.flatMap(blockOf).filter((block) => block.kind !== 'paragraph' || !isBlank(block.runs));
}

/** The ids of the images in a text, each once; they stand at its top level only. */
export const imagesIn = ({ content }: DocumentJson): readonly string[] => [
  ...new Set(content.flatMap(({ type, attrs }) => (type === 'image' ? [String(attrs?.['image'])] : []))),
];

const isBlank = (runs: readonly Run[]): boolean => runs.every(({ text }) => text.trim() === '');

const levelOf = (level: unknown): Level => (level === 2 || level === 3 || level === 4 ? level : 1);

const markNames = ['bold', 'italic', 'underline', 'strike'] as const;

/** Control characters come with pasted text and no page can print them. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t]/gu, '').toWellFormed();

/** Neighbours that look alike are one run, so that the same text always makes the same manuscript. */
function runsOf(content: readonly NodeJson[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { type, text = '', marks = [] } of content) {
    const styled = Object.fromEntries(
      markNames.filter((name) => marks.some((mark) => mark.type === name)).map((name) => [name, true as const]),
    );
    const run: Run = { text: type === 'hardBreak' ? '\n' : printable(text), ...styled };
    const before = runs.at(-1);
    if (before && markNames.every((name) => before[name] === run[name])) runs.splice(-1, 1, { ...before, text: before.text + run.text });
    else if (run.text !== '') runs.push(run);
  }
  return runs;
}

function votesOf(meeting: Held): readonly VoteRow[] {
  const rows = motionsOf(meeting).flatMap(([motionId]): VoteRow[] => {
    const last = roundsOf(meeting, motionId).at(-1);
    if (!last) return [];
    const { round, result, reservations } = last;
    const { number, text, amends } = result.paper;
    const title = amends === undefined ? `建议${number}` : `建议${number}修改意见`;
    const papers = papersOf(result);
    const names = reservations.map(({ person }) => attendeeOf(meeting.roll, person)?.name ?? '原参会人员');
    const besides = {
      ...(result.form !== 'acclamation' && result.spoilt > 0 && { spoilt: result.spoilt }),
      ...(papers && { papers }),
      ...(quorumMissed(result) && { quorumMissed: true as const }),
      ...(names.length > 0 && { reservations: names }),
    };
    const counted = result.form !== 'acclamation' ? result.tally : { approve: 0, oppose: 0, abstain: 0, notPressed: 0 };
    const base = result.form !== 'acclamation' ? result.base : result.roll;
    return [{ number, motionId, round, title, text, ...counted, base, passed: result.passed, form: result.form, ...besides }];
  });
  return rows.toSorted((one, other) => one.number - other.number);
}
