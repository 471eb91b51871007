// Knows one helpful sentence for each way a meeting says no; a missing one does not compile.
import type { CountProblem, ElectionProblem, PlanProblem, Refusal, RefusalType } from '@xieshang/meeting';
import { errorWords } from './errors.ts';

/** What keeps a plan from being convened, and what to do about it. */
export const planProblemWords: Readonly<Record<PlanProblem, string>> = {
  noMembers: '参会名单里还没有委员，请先添加。',
  noModerator: '参会名单里还没有主持人，请先添加。',
  presidingIsNoModerator: '请在名单里的主持人中指定一位主持会议。',
  personTwice: '参会名单里有人出现了两次，请删去重复的一行。',
  reservedPerson: '参会名单里有系统保留的账号，请换一个账号。',
  noStages: '议程里还没有环节，请至少保留一个。',
  stageTwice: '议程里有两个环节的代号相同，请删去一个。',
  speakerNotOnRoll: '重点发言人中有人不在参会名单里，请先列入名单。',
  speechAtUnknownStage: '有重点发言所在的环节已被删去，请重新选择环节。',
  requestTwice: '重点发言中有重复的一条，请删去一条。',
  addressedToNoDepartment: '有重点发言指向的部门不在参会名单里，请重新选择。',
  recommendationTwice: '建议稿中有重复的一条，请删去一条。',
  leaveNotOnRoll: '已批准请假的人不在参会名单里，请先列入名单。',
  impossibleThreshold: '规则里的比例不成立，请重新选择。',
  impossibleWeight: '参会名单里有人的权重不是 1 以上的整数，请改正。',
};

/** What keeps an election from being put, and what to do about it. */
export const electionProblemWords: Readonly<Record<ElectionProblem, string>> = {
  noCandidates: '还没有候选人，请至少列一位。',
  noSeats: '应选名额至少是一名。',
  moreSeatsThanCandidates: '应选名额多于候选人；请减少名额、增加候选人，或允许另选他人。',
  candidateTwice: '候选人里有重复的一位；同名的请在备注里写明单位加以区别。',
  candidateNotOnRoll: '有候选人已不在参会名单里，请重新选择。',
  impossibleThreshold: '选举按票数和比例判定，请选“过半数”一类的比例，或按得票多少。',
};

/** What cannot be about a count entered by hand. */
export const countProblemWords: Readonly<Record<CountProblem, string>> = {
  moreBallotsThanElectors: '有效票、弃权票和废票加起来多于发出的选票，请核对。',
  moreVotesThanBallots: '有人的得票多于有效票数，请核对。',
  moreMarksThanSeats: '得票合计超过有效票数乘以应选名额，请核对。',
  markedWithoutMark: '得票合计少于有效票数：每张有效票至少选了一人，没有选人的是弃权票。',
};

/** The sentences that need nothing but the refusal's name. */
const sentences: Readonly<Record<RefusalType, string>> = {
  MeetingNotConvened: '会议还没有正式召开，请等会务人员发出通知。',
  MeetingAlreadyConvened: '会议已经召开，筹备稿不再更改；需要调整请在会务安排里操作。',
  InvalidPlan: '筹备稿还不完整，请按检查结果补齐。',
  MeetingNotInSession: '会议此刻不在进行中，请等主持人宣布开会或恢复。',
  MeetingAlreadyOpen: '会议已经开始，不用再次开会。',
  MeetingIsOver: '会议已经结束，不能再做这一步。',
  UnknownStage: '议程里没有这个环节，请刷新后重选。',
  VotingIsOpen: '还有表决没有结束，请先结束表决。',
  MeetingIsRehearsal: '这是演练，不能办结真实会议的遗留事项。',
  UnknownAside: '没有找到这条私信。',
  AsideIdTaken: '这条私信已经发出，请不要重复发送。',
  AsideIsWithdrawn: '这条私信已被收回。',
  AsideIsAnswered: '已经回复过了，每条私信回复一次。',
  MayNotBeTold: '私信只能发给委员和部门代表。',
  UnknownMaterial: '没有找到这份材料，可能已被撤下。',
  MaterialIdTaken: '这份材料已经在会议里了，不用重复添加。',
  UnknownScreen: '没有登记这块屏，可能已被撤下；请先登记。',
  TooManyScreens: '屏已经登记得够多了，请先撤下不用的。',
  MainScreenStays: '主屏一直都在，不能撤下。',
  TextNotPublic: '这条建议还是草稿，付表决之后才能上屏。',
  ResultNotAnnounced: '这项表决还没有公布结果，公布之后才能上屏。',
  NothingToShow: '现在还没有可以上屏的内容。',
  BreakIsOver: '休息结束的时间要在现在之后，请重选。',
  MeetingNotConcluded: '会议还没有散会，散会之后才能提交校核。',
  MinutesNotAtThisStep: '纪要此刻不在这一步，请看页面上方的进度。',
  OwnSubmission: '自己提交的纪要不能由自己校核，请由另一位秘书校核。',
  NotAMember: '只能从名单里的委员中选，请重新选择。',
  NotCountersigned: '还没有人会签，会签之后才能签发。',
  MinutesNotSealed: '纪要还没有存妥，请稍后再签发。',
  NumberTaken: '这个发文字号已经用过，请换一个。',
  NotYourSpeech: '这是别人的发言，只能由发言人本人确认。',
  SpeakerNotAsked: '这条发言还没有请发言人确认。',
  SpeechDigestChanged: '摘编刚刚改过，请看过新的文字再确认。',
  DueTimeHasPassed: '答复期限要在现在之后，请重选。',
  SpeakersOpen: '还有发言人没有确认或要求修改：请处理，或写明理由不再等。',
  NotNamed: '没有指定这一位会签。',
  MayNotCountersign: '会签人只能是名单里的主持人和部门。',
  CountersignersOpen: '还有指定的会签人没有会签：请等会签，或写明理由免签。',
  ItemIsClosed: '这一项已经办结，依据不能再改。',
  NotOnRoll: '您不在这场会议的名单里，请联系会务人员。',
  NotPermitted: '您在这场会议的身份不能做这一步。',
  NotPresiding: '现在由另一位主持人主持，请先接过主持再操作。',
  NotAModerator: '这一位不是主持人，主持只能交给名单里的主持人。',
  IsPresiding: '这一位正在主持会议，请先把主持交给另一位。',
  UnknownPerson: '名单里没有这个人，请核对后再试。',
  AlreadyOnRoll: '这个人已经在名单里了。',
  NotCheckedIn: '还没有签到，请先签到。',
  AlreadyCheckedIn: '已经签到，不能再做这一步；签错了请先撤销签到。',
  LeaveNotRequested: '没有找到这条请假申请，可能已被撤回。',
  QueueIsClosed: '发言名单已关闭，请等主持人重新开放。',
  NoFloorAtThisStage: '这个环节不安排发言，请等到下一个发言环节。',
  AlreadyInQueue: '您已在发言名单里，轮到时会提醒您。',
  RequestIdTaken: '这条发言申请已经登记过了。',
  UnknownRequest: '名单里已没有这条申请，可能已发言或已撤回。',
  NotYourRequest: '这是别人的发言申请，只能撤回自己的。',
  WithdrawalIsBarred: '主持人已停止撤回，确需撤回请告诉会务人员。',
  MatterRequired: '请选择程序性发言针对什么。',
  OrderChanged: '另一位主持人刚刚调整过这一位的次序，请看过再排。',
  FloorIsTaken: '有人正在发言，请先结束这一位的发言。',
  FloorIsEmpty: '现在没有人在发言。',
  SpeechIsPaused: '计时已经暂停，请先继续计时。',
  SpeechIsRunning: '计时正在走，不用继续。',
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
  AmendmentIsStale: '建议的文字后来改过，请先把这条修改意见改写到现行文本再付表决。',
  AmendmentNotStale: '这条修改意见已经以现行文本为准，不用改写。',
  AmendmentChangesNothing: '文字与现行文本相同，请先改动再提交。',
  TooManyAmendments: '您对这条建议的修改意见已满，请先撤回一条，或等处理之后再提。',
  TextHasMovedOn: '建议的文字刚刚改过，请对照现行文本再看一遍。',
  OneAmendmentAtATime: '同一条建议的修改意见要一件一件付表决。',
  AmendmentsOpen: '这条建议还有没处理的修改意见，请先合并、表决或不采纳。',
  UnknownElection: '没有找到这项选举，请刷新后再试。',
  ElectionIdTaken: '这项选举已经列入，不用重复添加。',
  InvalidElection: '这项选举还不完整，请核对名额和候选人。',
  ElectionAlreadyPut: '这项选举已经开始过，不能再改；需要重来请用“另行选举”或“重新选举”。',
  ElectionIsOpen: '还有选举没有结束，请先结束选举。',
  ElectionIsClosed: '选举不在进行中，不能再投或更改。',
  ElectionNotHeld: '这项选举还没有计票结果。',
  OtherElectionForm: '这一轮选举不用这种方式投票。',
  NotAnElector: '选举开始时您不在选举人名单里，这一次不能投票。',
  UnknownCandidate: '候选人名单里没有这一位，请刷新后再选。',
  TooManyMarks: '所选人数超过应选名额，请减少后再提交。',
  WriteInsNotAllowed: '这项选举不能另选他人。',
  AlreadyCandidate: '这一位已经是候选人，请直接在名单里选。',
  ScrutineerIsCandidate: '监票人不能当候选人，也不能被另选。',
  NoSeatLeft: '名额已经选满，不用另行选举。',
  ImpossibleCount: '录入的票数对不上，请核对。',
  ElectionCountNotConfirmed: '要由两位会务人员分别录入票数，才能结束选举。',
  ElectionCountsDiffer: '两人录入的票数不一致，请核对选票后重新录入。',
  NobodyToVote: '还没有委员签到，无人可以表决。',
  VotingIsClosed: '表决已经结束，不能再投或更改。',
  MotionAlreadyPut: '这条建议已经表决过；需要重来请用“重新表决”。',
  MotionNotVotedOn: '这条建议还没有表决结果可以公布。',
  UnknownPulse: '没有找到这次表态，请刷新后再试。',
  PulseIsOpen: '还有一次表态没有结束，请先结束。',
  PulseIsClosed: '表态已经结束，不能再表态或更改。',
  PulseAlreadyTaken: '这一条在这个时候已经表态过，不再重复。',
  NotOnVoterRoll: '表决开始时您不在表决名单里，这一次不能投票。',
  NoObjectionWindow: '现在不是提出异议的时候。',
  FormNotOffered: '这场会议还不能用这种方式表决，请换一种方式。',
  OtherForm: '这一项不是用这种方式表决，请按屏幕上的方式进行。',
  ClockCannotCount: '举手和纸质表决要先录入票数，不能到时自动结束，请由主持人结束。',
  VotesAreWeighted: '各位委员的表决权数不同，这种方式计不了票，请改用按键表决。',
  MoreVotesThanVoters: '录入的票数比表决人数还多，请核对后重新录入。',
  CountNotConfirmed: '票数要由两人各自录入、互相核对，现在还差一人。',
  CountsDiffer: '两人录入的票数不一致，请重新清点后改正。',
  NotAScrutineer: '您不是这场会议的监票人，不能确认计票。',
  ProxiesNotAllowed: '这场会议不实行委托表决。',
  MayNotHoldProxy: '只能委托给名单里的另一位委员，请重新选择。',
  TooManyProxies: '这位委员接受的委托已经到了上限，请委托给别人。',
  HoldsNoProxy: '您没有受这位委员的委托，不能代为表决。',
  SecrecyNeedsHttps: '现在的网址没有加密，选择在路上可能被看到，不能举行无记名投票。请管理员启用 https，或改用纸质表决。',
  TooFewForSecrecy: '能投票的人太少，结果可能让人推算出每个人的选择。请改用别的方式，或确认已知晓后再开始。',
  VoteIdTaken: '这次投票的编号已经用过，请刷新后再开始一次。',
  BallotKeyMissing: '服务器没能备好这次投票的密钥，请再试一次。',
  ScrutineerKeysMissing: '要有三位监票人的手机备好密钥才能开始，现在还不够。请监票人打开会议页面，点“备好密钥”。',
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
};

interface AnyRefusal {
  readonly type: string;
}

const problemOf = (refusal: AnyRefusal): PlanProblem | undefined =>
  refusal.type === 'InvalidPlan' ? (refusal as Extract<Refusal, { type: 'InvalidPlan' }>).problem : undefined;

const isNumberTaken = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'NumberTaken' }> =>
  refusal.type === 'NumberTaken' && 'number' in refusal && 'title' in refusal;

const isInvalidElection = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'InvalidElection' }> =>
  refusal.type === 'InvalidElection' && 'problem' in refusal;

const isImpossibleCount = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'ImpossibleCount' }> =>
  refusal.type === 'ImpossibleCount' && 'problem' in refusal;

const isTooManyMarks = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'TooManyMarks' }> =>
  refusal.type === 'TooManyMarks' && 'seats' in refusal && 'marks' in refusal;

const tooManyMarks = (seats: number, marks: number): string => `最多选 ${seats} 人，现在选了 ${marks} 人，请减少后再提交。`;

const numberTaken = (number: string, title: string): string => `${number} 已用于“${title}”的纪要，请换一个发文字号。`;

/** The sentence for a refusal of the meeting, of the wire or of a door; unknown names get the general one. */
export function refusalSentence(refusal: AnyRefusal): string {
  const problem = problemOf(refusal);
  if (problem !== undefined && Object.hasOwn(planProblemWords, problem)) return planProblemWords[problem];
  if (isInvalidElection(refusal) && Object.hasOwn(electionProblemWords, refusal.problem)) return electionProblemWords[refusal.problem];
  if (isImpossibleCount(refusal) && Object.hasOwn(countProblemWords, refusal.problem)) return countProblemWords[refusal.problem];
  if (isTooManyMarks(refusal)) return tooManyMarks(refusal.seats, refusal.marks);
  if (isNumberTaken(refusal)) return numberTaken(refusal.number, refusal.title);
  const known: Readonly<Record<string, string>> = { ...errorWords, ...sentences };
  return (Object.hasOwn(known, refusal.type) && known[refusal.type]) || errorWords.Unforeseen;
}
