// Knows a meeting in which something of every kind was said, one thing interrupting another; for tests only.
import { answerId, personId, requestId, type Command, type PersonId } from '@xieshang/meeting';
import { bumen2, li, mishu, zhuchi, type Step } from '@xieshang/meeting/testing';
import { at, course, stages } from './sample.ts';

export const wei3 = personId('weiyuan3');
const [wei4, wei5, absent, bumen3] = [personId('weiyuan4'), personId('weiyuan5'), personId('weiyuan30'), personId('bumen3')];

export const said = {
  speech: requestId('k-speech'),
  aside: requestId('k-aside'),
  order: requestId('k-order'),
  response: requestId('k-response'),
  entered: requestId('k-entered'),
  written: requestId('k-written'),
};

const toVoting = course.findIndex(([, command]) => command.type === 'MoveToStage' && command.stageId === stages.vote);
const step = (by: PersonId, when: string, command: Command): Step => [by, command, at(when)];

/** The speech has begun, another one than suggested; the moderator has paused it, an interjection and a point of order stand above it. */
export const underWay: readonly Step[] = [
  ...course.slice(0, toVoting),
  step(mishu, '16:00:00', { type: 'EnterRequest', requestId: said.entered, person: wei4, kind: 'openFloorSpeech', topic: '人才引育' }),
  step(wei3, '16:00:10', {
    ...{ type: 'RequestFloor', requestId: said.speech, kind: 'openFloorSpeech', topic: '=园区“九通一平”' },
    addressedTo: [bumen2, bumen3],
  }),
  step(zhuchi, '16:01:00', { type: 'GiveFloor', requestId: said.speech, reason: '接着园区的话题' }),
  step(zhuchi, '16:02:00', { type: 'PauseSpeech' }),
  step(zhuchi, '16:02:30', { type: 'ResumeSpeech' }),
  step(wei5, '16:02:40', {
    type: 'RequestFloor',
    requestId: said.aside,
    kind: 'interjection',
    topic: '补充一个数字',
    inReplyTo: said.speech,
  }),
  step(zhuchi, '16:03:00', { type: 'Interpose', requestId: said.aside }),
  step(li, '16:03:05', { type: 'RequestFloor', requestId: said.order, kind: 'pointOfOrder', matter: 'time', topic: '请按时限发言' }),
  step(zhuchi, '16:03:10', { type: 'Interpose', requestId: said.order }),
];

/** All of it is over, a written speech of somebody on leave handed in by the secretary; one department has answered, one owes. */
export const everyKind: readonly Step[] = [
  ...underWay,
  step(zhuchi, '16:03:30', { type: 'EndSpeech' }),
  step(zhuchi, '16:03:50', { type: 'EndSpeech' }),
  step(zhuchi, '16:06:00', { type: 'EndSpeech' }),
  step(mishu, '16:06:05', {
    ...{ type: 'AnswerSpeech', answerId: answerId('k-a1'), requestId: said.speech, department: bumen2 },
    ...{ kind: 'adoptPartially', note: '条件成熟的先行' },
  }),
  step(bumen2, '16:06:10', {
    ...{ type: 'RequestFloor', requestId: said.response, kind: 'departmentResponse', topic: '回应园区配套', inReplyTo: said.speech },
  }),
  step(zhuchi, '16:06:20', { type: 'GiveFloor', requestId: said.response }),
  step(zhuchi, '16:07:00', { type: 'EndSpeech' }),
  step(zhuchi, '16:07:10', { type: 'GiveFloor', requestId: said.entered }),
  step(zhuchi, '16:08:10', { type: 'EndSpeech' }),
  step(mishu, '16:09:00', {
    ...{ type: 'EnterWrittenSpeech', requestId: said.written, person: absent, topic: '县域招商' },
    text: '建议统筹县域招商。\n一是统一目录。',
  }),
];
