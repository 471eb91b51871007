// Knows how a sentence of the prose is held against the same sentence drafted from the record, figure by figure; not other prose.
import { distance } from '../draft/alike.ts';
import { sentenceText, type Part, type Sentence, type Token } from '../draft/passage.ts';
import { escaped } from './dates.ts';
import type { Mismatch } from './finding.ts';
import { levelled, numberOf, numeral, daysIn, dayName, clausesIn } from './reading.ts';
import type { CheckRecord } from './record.ts';

/** A drafted sentence as a pattern: its words as they are, anything of the kind where the record speaks. */
interface Form {
  readonly sentence: Sentence;
  /** Without its last mark: ；within a list, 。at its end. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Sticky: tried where a sentence begins. */
  readonly pattern: RegExp;
  /** A part of its words, looked for first. */
  readonly hint: string;
}

const wild: Readonly<Record<Token['kind'], string>> = {
  figure: `(${numeral})`,
  date: '([\\d〇零一二三四五六七八九]{1,6}年[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}日)',
  name: '([^，。；、“”（）]{1,40}?)',
  unit: '([^，。；、“”（）]{1,40}?)',
  word: '([^，。；“”（）]{1,24}?)',
};

const formsOf = new WeakMap<CheckRecord, readonly Form[]>();

function forms(record: CheckRecord): readonly Form[] {
  const known = formsOf.get(record);
  if (known) return known;
  const made = record.draft
    .flatMap(({ sentences }) => sentences)
    .map(formOf)
    .filter((form) => form !== null);
  formsOf.set(record, made);
  return made;
}

function formOf(sentence: Sentence): Form | null {
  const parts = sentence.parts.map((part): Part => (typeof part === 'string' ? levelled(part) : { ...part, text: levelled(part.text) }));
  const tokens = parts.filter((part) => typeof part !== 'string');
  const literals = parts.filter((part) => typeof part === 'string').map((part) => part.replace(/[。；]$/, ''));
  const hint = literals.toSorted((one, other) => other.length - one.length)[0] ?? '';
  if (tokens.length === 0 || literals.join('').length < 4) return null;
  const ending = /[。；]$/.test(sentenceText(sentence)) ? '[。；]' : '';
  const source = parts
    .map((part, place) =>
      typeof part === 'string' ? escaped(place === parts.length - 1 ? part.replace(/[。；]$/, '') : part) : wild[part.kind],
    )
    .join('');
  return { sentence, text: sentenceText(sentence).replace(/[。；]$/, ''), tokens, hint, pattern: new RegExp(`${source}${ending}`, 'dy') };
}

/** Wrong in this many places it is another sentence. */
const mostWrong = 3;

export function draftedMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  const candidates = forms(record).filter(({ hint }) => text.includes(hint));
  const read = clausesIn(text).map(({ from }) => candidates.flatMap((form) => readingOf(text, from, form, record)));
  const right = read.map((readings) => readings.find(({ wrong }) => wrong.length === 0));
  return read.flatMap((readings, place) => {
    const same = right[place];
    // One of two equal sentences was meant for something else: 第4条……；第4条……
    if (same) return timesIn(right, same) > candidates.filter(({ text: one }) => one === same.form.text).length ? [told(same)] : [];
    const [fewest] = readings.toSorted((one, other) => one.wrong.length - other.wrong.length);
    return fewest === undefined || fewest.wrong.length > mostWrong ? [] : fewest.wrong;
  });
}

const timesIn = (right: readonly (Reading | undefined)[], { form }: Reading): number =>
  right.filter((one) => one?.form.text === form.text).length;

interface Reading {
  readonly form: Form;
  /** Where the record speaks first. */
  readonly at: readonly [from: number, to: number];
  readonly wrong: readonly Mismatch[];
}

const told = ({ form: { sentence, tokens }, at: [from, to] }: Reading): Mismatch => ({
  kind: 'wording',
  ...{ from, to, written: `${tokens[0]?.about ?? ''}${tokens[0]?.text ?? ''}`, recorded: '这一句写了两次', plainly: true },
  ...{ record: sentence.record, fact: sentence.sources[0] ?? null },
});

/** Words that only the record's own vocabulary can stand for. */
const vocabulary = /^(?:上午|中午|下午|晚上|未?(?:能)?(?:获得|获)?通过|否决|(?:未|没有)?(?:达到|达成|超过).{2,20}|无?记名投票|纸质选票)$/;

/** Whether what stands where the record speaks can be meant for it; 与会委员 is no mistyped name. */
function canMean({ kind, text }: Token, said: string, { names, units }: CheckRecord): boolean {
  switch (kind) {
    case 'name':
      return said === text || names.has(said) || distance(said, text, 1) === 1;
    case 'unit':
      return said === text || units.includes(said) || distance(said, text, 2) <= 2;
    case 'word':
      return vocabulary.test(said);
    default:
      return true;
  }
}

/** The mismatches of a text that has this form where it starts; nothing when it has not. */
function readingOf(text: string, start: number, form: Form, record: CheckRecord): readonly Reading[] {
  const { sentence, tokens, pattern } = form;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match || !tokens.every((token, place) => canMean(token, match[place + 1] ?? '', record))) return [];
  const wrong = tokens.flatMap((token, place): Mismatch[] => {
    const said = match[place + 1] ?? '';
    const [from, to] = match.indices?.[place + 1] ?? [0, 0];
    if (same(token, said)) return [];
    const kind = token.kind === 'word' ? 'wording' : token.kind;
    return [
      {
        kind,
        from,
        to,
        written: `${token.about}${said}`,
        recorded: token.text,
        record: sentence.record,
        fact: sentence.sources[0] ?? null,
      },
    ];
  });
  return [{ form, at: match.indices?.[1] ?? [start, start + match[0].length], wrong }];
}

function same({ kind, text }: Token, said: string): boolean {
  if (said === text) return true;
  if (kind === 'figure') return numberOf(said) !== null && numberOf(said) === numberOf(text);
  if (kind !== 'date') return false;
  const [[one], [other]] = [daysIn(said), daysIn(text)];
  return one !== undefined && other !== undefined && dayName(one) === dayName(other);
}
