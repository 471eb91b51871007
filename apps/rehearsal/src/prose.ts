// Knows what a typist writes and in which order, as words an input method hands over; no document and no clock.

/** One act at the keyboard. `own`, `shared`: where the cursor goes before `text` is typed; `erase`: `text` stands before the cursor and goes. */
export interface Stroke {
  readonly kind: 'heading' | 'paragraph' | 'own' | 'shared' | 'word' | 'erase';
  readonly text: string;
  /** Ends a sentence and stands in the minutes once, or something is wrong. */
  readonly mark: string | null;
}

/** From 0 up to, not with, 1. */
export type Random = () => number;

/** The same numbers for the same seed, so that two rehearsals type the same. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sentences of minutes, cut where an input method hands words over. */
const sentences = [
  '委员们|认为|养老服务|成效|明显',
  '医院|与|养老机构|转诊|不够|顺畅',
  '建议|建立|统一的|信息|平台',
  '社区|日间|照料|缺少|护理员',
  '要|尽快|出台|培训|补贴|办法',
  '农村|敬老院|改造|应|列入|预算',
  '部门|将在|年底前|拿出|方案',
  '长期|护理|保险|意见|一致',
  '有关|单位|按|分工|抓好|落实',
  '与会|人员|讨论了|收费|标准',
].map((sentence) => sentence.split('|'));

const slips = ['的的', '建义', '医疗机够', '服物', '在次', '以经'];
const headings = ['存在的问题', '委员的建议', '下一步工作', '需要研究的事项'];

/** Of so many, one on average. */
const rarely = { heading: 12, paragraph: 4, shared: 3, slip: 12 } as const;

/** What the typist of that number writes, without end. Sentences are in its own paragraphs or in shared ones; slips are typed and erased. */
export function* strokes(typist: number, random: Random): Generator<Stroke, never> {
  const oneIn = (count: number): boolean => random() < 1 / count;
  const oneOf = <One>(list: readonly [One, ...One[]] | readonly One[], otherwise: One): One =>
    list[Math.floor(random() * list.length)] ?? otherwise;
  for (let sentence = 1; ; sentence += 1) {
    const first = sentence === 1;
    const headed = first || oneIn(rarely.heading);
    if (headed) yield { kind: 'heading', text: oneOf(headings, ''), mark: null };
    let kind: Stroke['kind'] = headed || oneIn(rarely.paragraph) ? 'paragraph' : oneIn(rarely.shared) ? 'shared' : 'own';
    const words = oneOf(sentences, []);
    for (const [place, word] of words.entries()) {
      if (kind === 'word' && oneIn(rarely.slip)) {
        const slip = oneOf(slips, '');
        yield { kind, text: slip, mark: null };
        yield { kind: 'erase', text: slip, mark: null };
      }
      const mark = place === words.length - 1 ? `〔${typist}-${sentence}〕` : null;
      yield { kind, text: mark === null ? word : `${word}。${mark}`, mark };
      kind = 'word';
    }
  }
}

/** ms until the next word: that of a quick typist, some 120 characters a minute. */
export const gapMs = (random: Random): number => 500 + random() * 1000;
