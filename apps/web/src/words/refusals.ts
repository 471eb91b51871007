// Knows one helpful sentence for each way a meeting says no to whoever holds a phone; the office's own come with the office's part (office-refusals.ts).
import type { Refusal, RefusalType } from '@xieshang/meeting';
import { errorWords } from './errors.ts';

/** The sentences that need nothing but the refusal's name. */
const sentences = {
  MeetingNotConvened: '会议还没有正式召开，请等会务人员发出通知。',
  MeetingNotInSession: '会议此刻不在进行中，请等主持人宣布开会或恢复。',
  MeetingIsOver: '会议已经结束，不能再做这一步。',
  UnknownAside: '没有找到这条私信。',
  AsideIsWithdrawn: '这条私信已被收回。',
  AsideIsAnswered: '已经回复过了，每条私信回复一次。',
  MinutesNotAtThisStep: '纪要此刻不在这一步，请看页面上方的进度。',
  NotAMember: '只能从名单里的委员中选，请重新选择。',
  NotYourSpeech: '这是别人的发言，只能由发言人本人确认。',
  SpeakerNotAsked: '这条发言还没有请发言人确认。',
  SpeechDigestChanged: '摘编刚刚改过，请看过新的文字再确认。',
  NotNamed: '没有指定这一位会签。',
  NotOnRoll: '您不在这场会议的名单里，请联系会务人员。',
  NotPermitted: '您在这场会议的身份不能做这一步。',
  UnknownPerson: '名单里没有这个人，请核对后再试。',
  NotCheckedIn: '还没有签到，请先签到。',
  LeaveNotRequested: '没有找到这条请假申请，可能已被撤回。',
  QueueIsClosed: '发言名单已关闭，请等主持人重新开放。',
  NoFloorAtThisStage: '这个环节不安排发言，请等到下一个发言环节。',
  AlreadyInQueue: '您已在发言名单里，轮到时会提醒您。',
  RequestIdTaken: '这条发言申请已经登记过了。',
  UnknownRequest: '名单里已没有这条申请，可能已发言或已撤回。',
  NotYourRequest: '这是别人的发言申请，只能撤回自己的。',
  WithdrawalIsBarred: '主持人已停止撤回，确需撤回请告诉会务人员。',
  MatterRequired: '请选择程序性发言针对什么。',
  UnknownSpeech: '没有找到这条发言，请刷新后再试。',
  NotADepartment: '只有到会的部门可以答复，请重新选择部门。',
  NotAddressed: '这条发言不是提给贵部门的；需要答复请由主持人转交。',
  UnknownAnswer: '没有找到这条答复，请刷新后再试。',
  AnswerSuperseded: '部门已有新的答复，请评价新的答复。',
  AnswerIdTaken: '这条答复已经记下，不用重复提交。',
  NoteRequired: '请写明内容或理由后再提交。',
  DueDateRequired: '会后书面答复需要填写答复日期。',
  UnknownMotion: '没有找到这条建议，请刷新后再试。',
  MotionIdTaken: '这条建议已经列入，不用重复添加。',
  TextIsFrozen: '这条建议已经付诸表决，文字不能再改。',
  UnknownAmendment: '没有找到这条修改意见，请刷新后再试。',
  NotYourAmendment: '这是别人的修改意见，只能撤回或改写自己的。',
  AmendmentIsSettled: '这条修改意见已经处理过，不用再办。',
  AmendmentUnderVote: '有一条修改意见正在表决，结束之后再改这条建议的文字。',
  AmendmentNotStale: '这条修改意见已经以现行文本为准，不用改写。',
  AmendmentChangesNothing: '文字与现行文本相同，请先改动再提交。',
  TooManyAmendments: '您对这条建议的修改意见已满，请先撤回一条，或等处理之后再提。',
  TextHasMovedOn: '建议的文字刚刚改过，请对照现行文本再看一遍。',
  UnknownElection: '没有找到这项选举，请刷新后再试。',
  ElectionIsClosed: '选举不在进行中，不能再投或更改。',
  ElectionNotHeld: '这项选举还没有计票结果。',
  OtherElectionForm: '这一轮选举不用这种方式投票。',
  NotAnElector: '选举开始时您不在选举人名单里，这一次不能投票。',
  UnknownCandidate: '候选人名单里没有这一位，请刷新后再选。',
  TooManyMarks: '所选人数超过应选名额，请减少后再提交。',
  WriteInsNotAllowed: '这项选举不能另选他人。',
  AlreadyCandidate: '这一位已经是候选人，请直接在名单里选。',
  ScrutineerIsCandidate: '监票人不能当候选人，也不能被另选。',
  VotingIsClosed: '表决已经结束，不能再投或更改。',
  MotionNotVotedOn: '这条建议还没有表决结果可以公布。',
  UnknownPulse: '没有找到这次表态，请刷新后再试。',
  PulseIsClosed: '表态已经结束，不能再表态或更改。',
  NotOnVoterRoll: '表决开始时您不在表决名单里，这一次不能投票。',
  NoObjectionWindow: '现在不是提出异议的时候。',
  OtherForm: '这一项不是用这种方式表决，请按屏幕上的方式进行。',
  NotAScrutineer: '您不是这场会议的监票人，不能确认计票。',
  ProxiesNotAllowed: '这场会议不实行委托表决。',
  MayNotHoldProxy: '只能委托给名单里的另一位委员，请重新选择。',
  TooManyProxies: '这位委员接受的委托已经到了上限，请委托给别人。',
  HoldsNoProxy: '您没有受这位委员的委托，不能代为表决。',
  SecrecyNeedsHttps: '现在的网址没有加密，选择在路上可能被看到，不能举行无记名投票。请管理员启用 https，或改用纸质表决。',
  ScrutineerKeyTaken: '这把密钥已经用过，请刷新页面重新备一把。',
  BallotsNotOut: '这次无记名投票没有开始，或已经结束，不能再投。',
  NoBallotIssued: '投票开始时您不在名单里，这一次没有您的票。',
  AlreadyVoted: '您的票已经计入；这次投票投出后不能更改。',
  BallotOutdated: '您在另一台设备或更晚的时候已经投过，那一张有效。需要改投，请再确认一次。',
  BallotIsAnothers: '这张票与别人的一模一样，没有收下。请刷新页面重新填写。',
  BallotsNotCounted: '服务器没能开票计票，票都还在，请再试一次。',
  NoKeyAwaited: '现在不用交密钥。',
  NotAKeyHolder: '您不是这次投票的持钥监票人。',
  WrongKey: '这把密钥与开始时备好的不一致，请在当时备好密钥的那台设备上再试。',
  VotesByProxy: '这一次由您委托的委员代为表决；需要自己表决的，请先收回委托，下一次生效。',
} as const satisfies Partial<Readonly<Record<RefusalType, string>>>;

/** Told on every page; the rest only the office can meet. */
export type ToldToAll = keyof typeof sentences;
export const isToldToAll = (type: string): type is ToldToAll => Object.hasOwn(sentences, type);

export interface AnyRefusal {
  readonly type: string;
}

let officeSentence: (refusal: AnyRefusal) => string | undefined = () => undefined;
/** The office's part brings its sentences along when it is loaded. */
export const alsoTell = (teller: typeof officeSentence): void => void (officeSentence = teller);

const isTooManyMarks = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'TooManyMarks' }> =>
  refusal.type === 'TooManyMarks' && 'seats' in refusal && 'marks' in refusal;

const tooManyMarks = (seats: number, marks: number): string => `最多选 ${seats} 人，现在选了 ${marks} 人，请减少后再提交。`;

/** The sentence for a refusal of the meeting, of the wire or of a door; unknown names get the general one. */
export function refusalSentence(refusal: AnyRefusal): string {
  if (isTooManyMarks(refusal)) return tooManyMarks(refusal.seats, refusal.marks);
  const known: Readonly<Record<string, string>> = { ...errorWords, ...sentences };
  return (Object.hasOwn(known, refusal.type) && known[refusal.type]) || officeSentence(refusal) || errorWords.Unforeseen;
}
