// Knows who may be told what of votes and elections (W2, W10, W11, law 7), written down anew from the rules; takes nothing from the core.

interface Fact {
  readonly type: string;
  readonly payload: { readonly voter?: string; readonly holder?: string };
}

/** Who may read a fact about ballots: those named, and perhaps the office. Null: it is about no ballot. */
interface Readers {
  readonly office: boolean;
  readonly persons: readonly string[];
}

function readersOf({ type, payload }: Fact): Readers | null {
  const { voter = '', holder } = payload;
  switch (type) {
    case 'VoteCast':
      return { office: false, persons: holder === undefined ? [voter] : [voter, holder] };
    case 'ElectionCast':
      return { office: false, persons: [voter] };
    case 'VoteEntered':
    case 'ElectionEntered':
      return { office: true, persons: [voter] };
    case 'CountEntered':
    case 'ElectionCountEntered':
    case 'VotersUnreachable':
    case 'ElectorsUnreachable':
      return { office: true, persons: [] };
    default:
      return null;
  }
}

export interface Reader {
  readonly person: string;
  readonly isOffice: boolean;
}

/** Of a fact as told, once each: whether that person may read it. */
export function factReaders(): (bytes: string, reader: Reader) => boolean {
  const known = new Map<string, Readers | null>();
  return (bytes, { person, isOffice }) => {
    const kept = known.get(bytes);
    const readers = kept === undefined ? readersOf(JSON.parse(bytes) as Fact) : kept;
    if (kept === undefined) known.set(bytes, readers);
    return readers === null || (readers.office && isOffice) || readers.persons.includes(person);
  };
}

interface Shown {
  readonly phase: string;
  readonly form?: string;
  readonly ballots?: object;
  readonly votes?: object;
  readonly entered?: object;
  readonly counts?: object;
  readonly unreachable?: readonly string[];
}

interface Snapshot {
  readonly motions?: Readonly<Record<string, Shown>>;
  readonly elections?: Readonly<Record<string, Shown>>;
  readonly secretVotes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const isEmpty = (held: object | undefined): boolean => held === undefined || Object.keys(held).length === 0;

/** What every ballot of a secret vote shows of itself while it is open: how it was issued, and nothing else. */
const ofIssue = ['algorithm', 'change', 'keys', 'least', 'paper', 'phase', 'receipt', 'voteId', 'voterRoll'];

/** What a whole circle is handed at once holds nothing of what single persons have given; in a sentence what does, or null. */
export function toldTooMuch(shared: string, isOffice: boolean): string | null {
  const { motions = {}, elections = {}, secretVotes = {} } = JSON.parse(shared) as Snapshot;
  for (const [id, { phase, ballots, votes, entered, counts, unreachable = [] }] of Object.entries({ ...motions, ...elections })) {
    const isOpen = phase === 'voting' || phase === 'open' || phase === 'sealed';
    if (isOpen && !(isEmpty(ballots) && isEmpty(votes))) return `${id} 还没有结束，就给了别人的选择`;
    if (!isOffice && !(isEmpty(entered) && isEmpty(counts) && unreachable.length === 0)) return `${id} 只给会务的给了别人`;
  }
  for (const [id, vote] of Object.entries(secretVotes)) {
    const more = vote['phase'] === 'open' ? Object.keys(vote).filter((key) => !ofIssue.includes(key)) : [];
    if (more.length > 0) return `${id} 还没有结束，就给了 ${more.join('、')}`;
  }
  return null;
}
