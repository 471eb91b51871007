// Knows which extracts a meeting has left so far, how each is called and whom it reaches; not how they are found.
import type { Meeting } from '@xieshang/meeting';
import { factsOf, readFactId, wordingOf, type Block, type Manuscript } from '@xieshang/minutes';
import type { Extract } from '../ports.ts';

type Held = Exclude<Meeting, { readonly phase: 'notConvened' }>;

/** `issued`: the text as it was issued, null before. `zone`: of the committee. */
export function extractsOf(meeting: Meeting, issued: Manuscript | null, zone: string): readonly Extract[] {
  if (meeting.phase === 'notConvened' || meeting.notice.kind === 'rehearsal') return [];
  return [
    aboutMeeting(meeting),
    ...recommendations(meeting),
    ...said(meeting, zone),
    ...(issued === null ? [] : text(issued)),
    ...corrections(meeting),
  ];
}

const aboutMeeting = ({ notice: { meeting, title, topic, place } }: Held): Extract => ({
  kind: 'meeting',
  ref: meeting,
  circle: 'public',
  title,
  text: [topic, place].filter((one) => one !== '').join(' · '),
});

/** W4. A draft is for members; what was put to the vote is for everybody, as it was put. */
function recommendations({ recommendations: drafts, motions }: Held): readonly Extract[] {
  const put = Object.entries(motions).map(([motionId, motion]): Extract => {
    const result = 'result' in motion ? motion.result : null;
    const paper = 'result' in motion ? motion.result.paper : motion.paper;
    const verdict = result === null ? '' : result.passed ? '（通过）' : '（未通过）';
    return { kind: 'recommendation', ref: motionId, circle: 'public', title: `建议${paper.number}${verdict}`, text: withUnits(paper) };
  });
  const open = Object.values(drafts)
    .filter(({ motionId }) => !Object.hasOwn(motions, motionId))
    .map((draft): Extract => {
      return { kind: 'recommendation', ref: draft.motionId, circle: 'members', title: `建议稿${draft.number}`, text: withUnits(draft) };
    });
  return [...put, ...open];
}

function withUnits({
  text: words,
  leadUnit,
  coUnits,
}: {
  readonly text: string;
  readonly leadUnit: string;
  readonly coUnits: readonly string[];
}): string {
  const lead = leadUnit === '' ? '' : `主办：${leadUnit}`;
  const co = coUnits.length === 0 ? '' : `会办：${coUnits.join('、')}`;
  const units = [lead, co].filter((one) => one !== '').join('；');
  return units === '' ? words : `${words}（${units}）`;
}

/** Speeches and answers, in the words of the minutes. */
const said = (meeting: Held, zone: string): readonly Extract[] =>
  factsOf(meeting).flatMap(({ fact }): readonly Extract[] => {
    const name = readFactId(fact);
    if (name?.kind !== 'speech' && name?.kind !== 'answers') return [];
    const wording = wordingOf(meeting, fact, zone);
    if (wording === null) return [];
    const kind = name.kind === 'speech' ? 'speech' : 'answer';
    return [{ kind, ref: name.requestId, circle: 'public', title: wording.source.replace(/^来自/, ''), text: wording.lines.join('\n') }];
  });

/** A block a extract, called by the heading it stands under. */
function text({ number, body, title }: Manuscript): readonly Extract[] {
  const called = number === null ? title : `纪要${number}`;
  let heading = '';
  return body.flatMap((block, place): readonly Extract[] => {
    if (block.kind === 'heading') {
      if (block.level === 1) heading = `${block.number}${wordsOf(block)}`;
      return [];
    }
    const words = wordsOf(block);
    if (words.trim() === '') return [];
    return [
      { kind: 'minutes', ref: String(place), circle: 'readers', title: heading === '' ? called : `${called} · ${heading}`, text: words },
    ];
  });
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.runs.map((run) => run.text).join('');
    case 'list':
      return block.items.map((item) => item.map(wordsOf).join('\n')).join('\n');
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.blocks.map(wordsOf).join(' ')).join('　')).join('\n');
    case 'image':
      return block.caption;
    case 'fact':
      return block.lines.join('\n');
  }
}

const corrections = ({ minutes }: Held): readonly Extract[] =>
  minutes.phase !== 'issued'
    ? []
    : minutes.corrections.map(({ number, passage, correction, reason }) => ({
        kind: 'minutes',
        ref: `correction.${number}`,
        circle: 'readers',
        title: `纪要${minutes.number} · 更正${number}`,
        text: `“${passage}”更正为“${correction}”。${reason}`,
      }));
