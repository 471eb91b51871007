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
  '委员们|认为|近年来|我市|养老服务|体系|建设|取得|明显|成效',
  '目前|医疗机构|与|养老机构|之间|的|转诊|渠道|还|不够|顺畅',
  '建议|由|卫生健康|部门|牵头|建立|统一|的|信息|平台',
  '社区|日间|照料|中心|普遍|缺少|专业|护理|人员',
  '要|加快|制定|护理|人员|的|培训|和|补贴|办法',
  '有|委员|提出|农村|敬老院|的|改造|资金|应当|列入|年度|预算',
  '部门|负责人|表示|将|在|年底|前|拿出|具体|方案',
  '关于|长期|护理|保险|试点|各方|意见|比较|一致',
  '会议|要求|有关|单位|按照|分工|抓好|落实|并|按时|反馈|情况',
  '与会|人员|还|就|家庭|病床|收费|标准|作了|深入|讨论',
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
