// Knows how the sample's meeting of 2022 went, minute by minute, as commands; not what follows from them.
import type { Choice, Command, MotionId, Plan, RequestId } from '@xieshang/meeting';
import type { Sample } from './sample.ts';
import type { Step } from './play.ts';

const second = 1000;
const minute = 60 * second;
const chair = 'zhuchi';
const secretary = 'mishu1';
const betweenSpeeches = 10 * second;

/** Of the meeting's day, as the sample tells it. */
const on = (day: string, time: string): number => Date.parse(`${day}T${time}+08:00`);
const at = (time: string): number => on('2022-05-26', time);

const step = (when: number, by: string, body: Command): Step => ({ at: when, by, body });
const request = (id: string) => id as RequestId;
const motion = (id: string) => id as MotionId;

/** From the convening to the end. `digestOf`: of the reason somebody gives for a leave. */
export function courseOf(sample: Sample, plan: Plan, digestOf: (person: string) => string): readonly Step[] {
  const steps = [
    ...preparations(sample, plan, digestOf),
    ...checkIns(sample, plan),
    step(at('14:00:00'), chair, { type: 'OpenMeeting' }),
    ...speeches(sample, 'briefing', null, at('14:05:00')),
    ...speeches(sample, 'research_note', at('14:17:00'), at('14:17:10')),
    ...speeches(sample, 'keynote', at('14:25:00'), at('14:25:10')),
    ...openFloor(sample),
    ...speeches(sample, 'response', at('16:01:00'), at('16:01:10')),
    ...answersIn(sample, (requestId) => requestId.startsWith('p-'), at('16:29:30')),
    ...deliberation(sample),
    ...voting(sample, plan),
    step(at('17:00:00'), chair, { type: 'MoveToStage', stageId: stage('summary') }),
    step(at('17:10:00'), chair, { type: 'ConcludeMeeting' }),
  ];
  return steps.toSorted((one, other) => one.at - other.at);
}

const stage = (id: string) => id as Plan['stages'][number]['stageId'];
const person = (id: string) => id as Plan['presiding'];

function preparations({ course, recommendations }: Sample, plan: Plan, digestOf: (who: string) => string): readonly Step[] {
  const asked = course.leaves.flatMap(({ person: who }, place) => [
    step(on('2022-05-20', '09:00:00') + place * 20 * minute, who, { type: 'RequestLeave', reasonDigest: digestOf(who) }),
    step(on('2022-05-20', '16:00:00') + place * minute, secretary, { type: 'ApproveLeave', person: person(who) }),
  ]);
  const revised = recommendations.flatMap(({ motionId, drafts = [] }) =>
    drafts.slice(1).map((text, place) =>
      step(on('2022-05-23', '10:00:00') + place * 24 * 60 * minute, secretary, {
        type: 'ReviseRecommendation',
        motionId: motion(motionId),
        text,
        reason: '会前征求意见',
      }),
    ),
  );
  return [step(Date.parse(course.convenedAt), secretary, { type: 'ConveneMeeting', plan }), ...asked, ...revised];
}

function present({ course }: Sample, plan: Plan): readonly string[] {
  const away = [...course.absent, ...course.leaves.map((leave) => leave.person)];
  return plan.attendees.filter(({ role, person: who }) => role === 'member' && !away.includes(who)).map((one) => one.person);
}

function checkIns(sample: Sample, plan: Plan): readonly Step[] {
  const office = plan.attendees.filter(({ role }) => role === 'moderator' || role === 'secretary' || role === 'departmentRep');
  return [...office.map((one) => one.person), ...present(sample, plan)].map((who, place) =>
    step(at('13:30:00') + place * 45 * second, who, { type: 'CheckIn', where: sample.course.online.includes(who) ? 'online' : 'hall' }),
  );
}

/** The prepared speeches of a stage, one after the other. */
function speeches({ course, prepared }: Sample, stageId: string, enter: number | null, from: number): readonly Step[] {
  const ofStage = prepared.filter((speech) => speech.stageId === stageId).map((speech) => speech.requestId);
  const entering = enter === null ? [] : [step(enter, chair, { type: 'MoveToStage', stageId: stage(stageId) })];
  return [
    ...entering,
    ...inTurn(
      course.speeches.filter(({ requestId }) => ofStage.includes(requestId)),
      from,
    ),
  ];
}

function inTurn(those: readonly { readonly requestId: string; readonly seconds: number }[], from: number): readonly Step[] {
  let next = from;
  return those.flatMap(({ requestId, seconds }) => {
    const began = next;
    next = began + seconds * second + betweenSpeeches;
    return [
      step(began, chair, { type: 'GiveFloor', requestId: request(requestId) }),
      step(began + seconds * second, chair, { type: 'EndSpeech', requestId: request(requestId) }),
    ];
  });
}

function openFloor(sample: Sample): readonly Step[] {
  const { floor } = sample.course;
  const asked = floor.map(({ seconds: _seconds, person: who, requestId, kind, topic, addressedTo, inReplyTo }, place) =>
    step(at('15:37:02') + place * second, who, {
      type: 'RequestFloor',
      requestId: request(requestId),
      ...{ kind, topic, addressedTo: addressedTo.map(person) },
      ...(inReplyTo === undefined ? {} : { inReplyTo: request(inReplyTo) }),
    }),
  );
  const heard = inTurn(floor, at('15:37:15'));
  const answered = floor.flatMap(({ requestId }) => {
    const ended = heard.find(({ body }) => body.type === 'EndSpeech' && body.requestId === requestId)?.at ?? 0;
    return answersIn(sample, (id) => id === requestId, ended + 2 * second);
  });
  return [
    step(at('15:37:00'), chair, { type: 'MoveToStage', stageId: stage('open_floor') }),
    ...asked,
    ...heard,
    ...answered,
    step(at('15:55:00'), chair, { type: 'CloseQueue' }),
  ];
}

function answersIn({ course }: Sample, which: (requestId: string) => boolean, from: number): readonly Step[] {
  return course.answers
    .filter(({ requestId }) => which(requestId))
    .map(({ requestId, department, kind, note, dueDate }, place) =>
      step(from + place * 2 * second, department, {
        type: 'AnswerSpeech',
        answerId: `a-${requestId}-${department}` as Extract<Command, { type: 'AnswerSpeech' }>['answerId'],
        requestId: request(requestId),
        ...{ kind, note },
        ...(dueDate === undefined ? {} : { dueDate }),
      }),
    );
}

/** Clause by clause; the amendment to R4 is taken up at 16:44. */
function deliberation({ recommendations }: Sample): readonly Step[] {
  const amended = recommendations.filter(({ drafts }) => drafts !== undefined);
  const amendment = { requestId: 'q-amendment', seconds: 110 };
  return [
    step(at('16:31:00'), chair, { type: 'MoveToStage', stageId: stage('deliberation') }),
    step(at('16:40:00'), chair, { type: 'ReopenQueue' }),
    step(at('16:40:20'), 'weiyuan05', {
      type: 'RequestFloor',
      requestId: request(amendment.requestId),
      kind: 'openFloorSpeech',
      topic: '建议稿第四条：建议写入“明确尽职免责情形”',
    }),
    ...inTurn([amendment], at('16:40:30')),
    ...amended.flatMap(({ motionId, text, drafts = [] }) => {
      const amendmentId = motion(`${motionId}.x1`);
      const of = { motionId: motion(motionId), version: drafts.length, text };
      return [
        step(at('16:43:00'), 'weiyuan05', { type: 'ProposeAmendment', amendmentId, ...of, reason: '解除基金投资的后顾之忧' }),
        step(at('16:44:00'), secretary, {
          ...{ type: 'MergeAmendments', amendmentIds: [amendmentId], ...of },
          reason: '采纳修改意见：写入“明确尽职免责情形”',
        }),
      ];
    }),
    step(at('16:50:00'), chair, { type: 'CloseQueue' }),
  ];
}

/** A minute for each motion: opened, voted on, closed, announced. */
function voting(sample: Sample, plan: Plan): readonly Step[] {
  const here = present(sample, plan);
  const ballots = sample.course.votes.flatMap(({ motionId, oppose, abstain, notPressed }, place) => {
    const from = at('16:51:00') + place * minute + second;
    const motionIds = [motion(motionId)];
    const choiceOf = (who: string): Choice => (oppose.includes(who) ? 'oppose' : abstain.includes(who) ? 'abstain' : 'approve');
    return [
      step(from, chair, { type: 'OpenVoting', motionIds }),
      ...here
        .filter((who) => !notPressed.includes(who))
        .map((who, turn) => step(from + (4 + turn) * second, who, { type: 'CastVote', motionId: motion(motionId), choice: choiceOf(who) })),
      step(from + 48 * second, chair, { type: 'CloseVoting', motionIds }),
      step(from + 53 * second, chair, { type: 'AnnounceResult', motionIds }),
    ];
  });
  return [step(at('16:51:00'), chair, { type: 'MoveToStage', stageId: stage('voting') }), ...ballots];
}
