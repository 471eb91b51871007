// Knows the digest of what was said (发言摘编): who, on what, from when to when, and what was answered; writes no summary itself.
import {
  latestAnswers,
  ratings,
  type Answer,
  type DigestStanding,
  type Rating,
  type RequestId,
  type Speech,
  type StageId,
} from '@xieshang/meeting';
import {
  actedForText,
  lengthText,
  numberer,
  personText,
  replyText,
  speechKindText,
  timeText,
  type Block,
  type Manuscript,
} from '@xieshang/minutes';
import { begin, chairOf, memberName, titled, whenText, type Held, type Source } from './occasion.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

export type Digests = ReadonlyMap<RequestId, readonly string[]>;

const textOf = (block: Block): string | null =>
  block.kind === 'paragraph'
    ? block.runs
        .map(({ text }) => text)
        .join('')
        .trim()
    : null;

/** What the minutes say of each speech: the paragraphs that stand below its fact, up to the next fact or heading. */
export function digestsIn({ body }: Pick<Manuscript, 'body'>): Digests {
  const digests = new Map<RequestId, string[]>();
  let under: string[] | null = null;
  for (const block of body) {
    if (block.kind === 'fact') {
      const speech = /^speech\.(.+)$/.exec(block.fact)?.[1];
      under = speech === undefined ? null : [];
      if (under !== null && speech !== undefined) digests.set(speech as RequestId, under);
    } else if (block.kind === 'heading') under = null;
    else {
      const text = textOf(block);
      if (under !== null && text) under.push(text);
    }
  }
  return digests;
}

const standings: Readonly<Record<DigestStanding['phase'], string>> = {
  ...{ confirmed: '摘要（本人已确认）：', waiting: '摘要（待本人确认）：', contested: '摘要（本人要求修改）：', excused: '摘要：' },
};

/** M11. Of a digest, characters. */
const longest = 500;

/**
 * What the speaker was asked to confirm comes first; else what the minutes say of the speech, and that it is too long for a digest where it
 * is; of a written speech without either the whole text.
 */
function digestBlocks({ speechDigests }: Held, { requestId, text: whole }: Speech, digests: Digests): readonly SheetBlock[] {
  const asked = Object.hasOwn(speechDigests, requestId) ? speechDigests[requestId] : undefined;
  if (asked && asked.text.trim() !== '') return [{ kind: 'text', label: standings[asked.standing.phase], text: asked.text }];
  const said = digests.get(requestId) ?? [];
  if (said.length === 0) return whole === undefined ? [] : [{ kind: 'text', label: '书面发言：', text: whole }];
  const label = said.join('\n').length > longest ? `摘要（超过${longest}字，请压缩）：` : '摘要：';
  return said.map((text, place) => (place === 0 ? { kind: 'text', label, text } : { kind: 'text', text }));
}

/** Said where the stage does not say it already. */
function kindBlocks({ agenda }: Held, { kind, matter, stageId }: Speech): readonly SheetBlock[] {
  const usual = agenda.stages.find((stage) => stage.stageId === stageId)?.speechKind;
  if (kind === usual) return [];
  return [{ kind: 'text', label: '类别：', text: speechKindText(kind, matter) }];
}

const enteredBlocks = (meeting: Held, { enteredBy, kind }: Speech): readonly SheetBlock[] =>
  enteredBy === undefined ? [] : [{ kind: 'text', label: '代操作：', text: actedForText(memberName(meeting, enteredBy), kind) }];

function entry({ meeting, committee }: Source, speech: Speech, digests: Digests, number: string): readonly SheetBlock[] {
  const { requestId, person, kind, topic, from, to, spokenMs, limitMs } = speech;
  const { zone } = committee;
  const over = spokenMs - limitMs >= 1000 ? `，超时${lengthText(spokenMs - limitMs)}` : '';
  const answers = latestAnswers(meeting.queue, requestId);
  const when: SheetBlock =
    kind === 'writtenSpeech'
      ? { kind: 'text', label: '提交时间：', text: timeText(from, zone) }
      : { kind: 'text', label: '时间：', text: `${timeText(from, zone)}—${timeText(to, zone)}，用时${lengthText(spokenMs)}${over}` };
  return [
    { kind: 'heading', level: 2, text: `${number}${personText(meeting, person)}` },
    ...(topic.trim() === '' ? [] : [{ kind: 'text', label: '题目：', text: topic } as const]),
    ...kindBlocks(meeting, speech),
    when,
    ...enteredBlocks(meeting, speech),
    ...digestBlocks(meeting, speech, digests),
    ...answers.map((answer): SheetBlock => ({
      kind: 'text',
      label: `${personText(meeting, answer.department)}答复：`,
      text: `${replyText(answer)}。${ratedText(meeting, answer)}`,
    })),
  ];
}

const ratingWords = { satisfied: '满意', fair: '基本满意', unsatisfied: '不满意' } as const satisfies Record<Rating, string>;

/** A6. How many members think what of it, never who. */
function ratedText({ queue }: Held, { answerId }: Answer): string {
  const said = Object.values(Object.hasOwn(queue.ratings, answerId) ? (queue.ratings[answerId] ?? {}) : {});
  const figures = ratings.flatMap((rating) => {
    const count = said.filter((one) => one === rating).length;
    return count > 0 ? [`${ratingWords[rating]}${count}人`] : [];
  });
  return figures.length > 0 ? `（委员评价：${figures.join('、')}）` : '';
}

/** Those of one stage follow one another, in the order in which the stages were come to. */
function byStage({ queue, agenda }: Held): readonly (readonly [string, readonly Speech[]])[] {
  const stages = Map.groupBy(queue.speeches, ({ stageId }) => stageId);
  const name = (stageId: StageId): string => agenda.stages.find((stage) => stage.stageId === stageId)?.name ?? '其他';
  return [...stages].map(([stageId, speeches]) => [name(stageId), speeches]);
}

export function speechesSheet(source: Source, digests: Digests): Sheet {
  const { meeting, committee } = source;
  const next = numberer();
  const name = titled(meeting, `${meeting.notice.title}发言摘编`);
  const blocks = byStage(meeting).flatMap(([stage, speeches]): SheetBlock[] => [
    { kind: 'heading', level: 1, text: `${next(1)}${stage}` },
    ...speeches.flatMap((speech) => entry(source, speech, digests, next(2))),
  ]);
  const about = `${whenText(begin(meeting), committee.zone)}　主持：${chairOf(meeting)}`;
  return {
    v: 1,
    kind: 'speeches',
    name,
    at: begin(meeting),
    head: null,
    addressee: null,
    parts: [{ label: null, title: name, blocks: [{ kind: 'about', text: about }, ...blocks] }],
    signed: null,
    note: null,
    colophon: null,
  };
}
