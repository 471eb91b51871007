// Knows how hostile texts are put into a meeting by commands, and what the meeting then holds; not how it is shown.
import {
  candidateId,
  electionId,
  mainScreen,
  motionId,
  mostScreens,
  personId,
  requestId,
  screenName,
  type Command,
  type MotionId,
} from '@xieshang/meeting';
import type { Attendee } from '../../src/attendee.ts';
import { must, stateOf } from '../../src/course.ts';

/** Bytes. */
const largestInAFrame = 128 * 1024;

/** The door ends a connection after twenty frames that are none. */
const frequentlyRefused = 15;

/** Characters. */
const longestReason = 500;

export interface PutIn {
  /** Accepted, as they were sent. */
  readonly recommendations: readonly string[];
  readonly topics: readonly string[];
  readonly names: readonly string[];
  /** Why amendments were wished and why they were not taken. */
  readonly reasons: readonly string[];
  readonly declined: readonly string[];
  /** Each is the title of an election, and its candidate's name and note. */
  readonly elections: readonly string[];
  readonly refused: number;
  /** One sentence for each text that the meeting holds otherwise than it was sent, or that was refused for another reason than its shape. */
  readonly wrong: readonly string[];
}

interface Cast {
  readonly chair: Attendee;
  readonly secretary: Attendee;
  readonly member: Attendee;
}

/** All commands that carry text; each text is taken whole or refused whole. */
export async function putIn({ chair, secretary, member }: Cast, texts: readonly string[]): Promise<PutIn> {
  const wrong: string[] = [];
  let refused = 0;
  const onThisLine = new Map<Attendee, number>();
  /** `next` sees the fact before it goes on. */
  const taken = async (one: Attendee, body: Command, next: Attendee = one): Promise<boolean> => {
    const { answer } = await one.send(body);
    if (answer.ok) {
      await next.applied(answer.seq);
      return true;
    }
    refused += 1;
    const count = (onThisLine.get(one) ?? 0) + 1;
    onThisLine.set(one, count % frequentlyRefused);
    if (count === frequentlyRefused) {
      one.cut();
      one.back();
      await one.confirm();
    }
    if (answer.refusal.type !== 'Malformed') wrong.push(`${body.type} 被拒绝的原因是 ${answer.refusal.type}`);
    return false;
  };
  await must(member, { type: 'CheckIn' });
  await must(chair, { type: 'OpenMeeting' });
  const floor = stateOf(chair).agenda.stages.find(({ speechKind }) => speechKind === 'openFloorSpeech');
  if (floor) await must(chair, { type: 'MoveToStage', stageId: floor.stageId });

  const recommendations: string[] = [];
  const motions: MotionId[] = [];
  const topics: string[] = [];
  const names: string[] = [];
  const amendments: string[] = [];
  const amended: MotionId[] = [];
  const reasons: string[] = [];
  const declined: string[] = [];
  const elections: string[] = [];
  const notices: string[] = [];
  const shown: string[] = [];
  const screens: string[] = [];
  for (const [place, text] of texts.entries()) {
    // P6 sends what no frame may hold; a person's client would send it again for ever.
    if (Buffer.byteLength(text) > largestInAFrame) continue;
    const id = motionId(`h${place}`);
    const recommendation = { motionId: id, number: 100 + place, text, version: 1, leadUnit: '', coUnits: [], dueDate: null };
    if (await taken(secretary, { type: 'TableRecommendation', recommendation }, member)) {
      recommendations.push(text);
      motions.push(id);
      const amendmentId = motionId(`a${place}`);
      const wished = { amendmentId, motionId: id, version: 1, text: `${text}改` };
      const why = text.length <= longestReason ? { reason: text } : {};
      if (await taken(member, { type: 'ProposeAmendment', ...wished, ...why }, secretary)) {
        amendments.push(wished.text.trim());
        amended.push(amendmentId);
        reasons.push((why.reason ?? '').trim());
        if (await taken(secretary, { type: 'DeclineAmendment', amendmentId, reason: text })) declined.push(text);
        else await must(secretary, { type: 'DeclineAmendment', amendmentId, reason: '不采纳' });
      }
    }
    const request = requestId(`h${place}`);
    if (await taken(chair, { type: 'EnterRequest', requestId: request, person: member.person, kind: 'openFloorSpeech', topic: text })) {
      topics.push(text);
      await must(chair, { type: 'GiveFloor', requestId: request });
      await must(chair, { type: 'EndSpeech' });
    }
    const attendee = { person: personId(`h${place}`), name: text, role: 'member' as const };
    if (await taken(secretary, { type: 'AddAttendee', attendee, reason: '增补' })) names.push(text);
    const election = electionId(`h${place}`);
    const candidates = [{ candidateId: candidateId('c1'), name: text, note: text }];
    const paper = { title: text, seats: 1, candidates, writeIns: 'none', rule: 'plurality' } as const;
    if (await taken(secretary, { type: 'TableElection', electionId: election, paper }, chair)) {
      elections.push(text);
      await must(chair, { type: 'OpenElection', electionId: election });
      await must(chair, { type: 'CloseElection', electionId: election });
      await must(chair, { type: 'AnnounceElection', electionId: election });
    }
    if (await taken(secretary, { type: 'ShowOnScreen', screen: mainScreen, showing: { kind: 'notice', text } }, chair)) {
      const [main] = stateOf(chair).screens;
      notices.push(text);
      shown.push(main?.showing.kind === 'notice' ? main.showing.text : '');
    }
    if (screens.length < mostScreens && (await taken(secretary, { type: 'AddScreen', screen: screenName(text) }, chair)))
      screens.push(text);
  }
  const seq = Math.max(...[secretary, chair, member].map((one) => one.picture().seq));
  await chair.applied(seq);
  const { recommendations: held, amendments: wishes, elections: rounds, queue, roll, screens: standing } = stateOf(chair);
  const differs = (what: string, sent: readonly string[], kept: readonly (string | undefined)[]): void => {
    const count = sent.filter((text, place) => kept[place] !== text).length;
    if (count > 0 || kept.length !== sent.length)
      wrong.push(`${what}有 ${count} 处与提交的不同（${sent.length} 处提交，${kept.length} 处保存）`);
  };
  differs(
    '建议稿',
    recommendations,
    motions.map((id) => held[id]?.text),
  );
  differs(
    '修改意见',
    amendments,
    amended.map((id) => wishes[id]?.text),
  );
  differs(
    '修改理由',
    reasons,
    amended.map((id) => wishes[id]?.reason),
  );
  const papers = Object.values(rounds).flatMap((one) => ('result' in one ? [one.result.paper] : []));
  differs(
    '选举事项',
    elections,
    papers.map(({ title }) => title),
  );
  differs(
    '候选人',
    elections,
    papers.map(({ candidates: [one] }) => one?.name),
  );
  differs('会务通知', notices, shown);
  differs(
    '屏的名称',
    screens,
    standing.slice(1).map(({ name }) => name),
  );
  differs(
    '发言题目',
    topics,
    queue.speeches.filter(({ requestId: id }) => /^h\d+$/.test(id)).map(({ topic }) => topic),
  );
  differs(
    '姓名',
    names,
    roll.attendees.filter(({ person }) => /^h\d+$/.test(person)).map(({ name }) => name),
  );

  await must(chair, { type: 'OpenVoting', motionIds: motions });
  await must(chair, { type: 'CloseVoting', motionIds: motions });
  await must(chair, { type: 'AnnounceResult', motionIds: motions });
  return { recommendations, topics, names, reasons: reasons.filter((text) => text !== ''), declined, elections, refused, wrong };
}
