// Judges what a disk holds by what people were promised; opens no file and starts no server.

/** As read from the folder of a server that is dead. */
export interface OnDisk {
  readonly answers: readonly { readonly command: string; readonly seq: number }[];
  readonly events: readonly { readonly command: string; readonly seq: number }[];
  /** All letters of the minutes. */
  readonly letters: string;
}

export interface Promised {
  /** Commands that were answered with yes. */
  readonly commands: readonly { readonly id: string; readonly seq: number }[];
  readonly marks: readonly string[];
}

export interface Verdict {
  /** Promised and not there, or there at another place than was said. */
  readonly lost: readonly string[];
  /** There more than once, promised or not. */
  readonly doubled: readonly string[];
}

/** Every mark has the form 〔…〕 and is typed once. */
const markPattern = /〔[^〔〕]+〕/g;

/** The facts of a command stand side by side and end at the `seq` it was answered with. */
export function judge({ answers, events, letters }: OnDisk, { commands, marks }: Promised): Verdict {
  const answered = Map.groupBy(answers, ({ command }) => command);
  const facts = Map.groupBy(events, ({ command }) => command);
  const found = Map.groupBy(letters.match(markPattern) ?? [], (mark) => mark);
  const isKept = ({ id, seq }: { readonly id: string; readonly seq: number }): boolean =>
    answered.get(id)?.[0]?.seq === seq && facts.get(id)?.at(-1)?.seq === seq;
  const isApart = (own: readonly { readonly seq: number }[]): boolean => (own.at(-1)?.seq ?? 0) - (own[0]?.seq ?? 0) !== own.length - 1;
  return {
    lost: [...commands.filter((one) => !isKept(one)).map(({ id }) => id), ...marks.filter((mark) => !found.has(mark))],
    doubled: [
      ...[...answered].filter(([, own]) => own.length > 1).map(([id]) => id),
      ...[...facts].filter(([, own]) => isApart(own)).map(([id]) => id),
      ...[...found].filter(([, own]) => own.length > 1).map(([mark]) => mark),
    ],
  };
}
