// Knows one helpful sentence for each no that only moderators and secretaries can meet; a refusal told neither here nor on phones does not compile.
import type { CountProblem, ElectionProblem, PlanProblem, Refusal, RefusalType } from '@xieshang/meeting';
import { alsoTell, type AnyRefusal, type ToldToAll } from './refusals.ts';

export { refusalSentence } from './refusals.ts';

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

const sentences: Readonly<Record<Exclude<RefusalType, ToldToAll>, string>> = {
  MeetingAlreadyConvened: '会议已经召开，筹备稿不再更改；需要调整请在会务安排里操作。',
  InvalidPlan: '筹备稿还不完整，请按检查结果补齐。',
  MeetingAlreadyOpen: '会议已经开始，不用再次开会。',
  UnknownStage: '议程里没有这个环节，请刷新后重选。',
  VotingIsOpen: '还有表决没有结束，请先结束表决。',
  MeetingIsRehearsal: '这是演练，不能办结真实会议的遗留事项。',
  AsideIdTaken: '这条私信已经发出，请不要重复发送。',
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
  OwnSubmission: '自己提交的纪要不能由自己校核，请由另一位秘书校核。',
  NotCountersigned: '还没有人会签，会签之后才能签发。',
  MinutesNotSealed: '纪要还没有存妥，请稍后再签发。',
  NumberTaken: '这个发文字号已经用过，请换一个。',
  DueTimeHasPassed: '答复期限要在现在之后，请重选。',
  SpeakersOpen: '还有发言人没有确认或要求修改：请处理，或写明理由不再等。',
  MayNotCountersign: '会签人只能是名单里的主持人和部门。',
  CountersignersOpen: '还有指定的会签人没有会签：请等会签，或写明理由免签。',
  ItemIsClosed: '这一项已经办结，依据不能再改。',
  NotPresiding: '现在由另一位主持人主持，请先接过主持再操作。',
  NotAModerator: '这一位不是主持人，主持只能交给名单里的主持人。',
  IsPresiding: '这一位正在主持会议，请先把主持交给另一位。',
  AlreadyOnRoll: '这个人已经在名单里了。',
  AlreadyCheckedIn: '已经签到，不能再做这一步；签错了请先撤销签到。',
  OrderChanged: '另一位主持人刚刚调整过这一位的次序，请看过再排。',
  FloorIsTaken: '有人正在发言，请先结束这一位的发言。',
  FloorIsEmpty: '现在没有人在发言。',
  SpeechIsPaused: '计时已经暂停，请先继续计时。',
  SpeechIsRunning: '计时正在走，不用继续。',
  AmendmentIsStale: '建议的文字后来改过，请先把这条修改意见改写到现行文本再付表决。',
  OneAmendmentAtATime: '同一条建议的修改意见要一件一件付表决。',
  AmendmentsOpen: '这条建议还有没处理的修改意见，请先合并、表决或不采纳。',
  ElectionIdTaken: '这项选举已经列入，不用重复添加。',
  InvalidElection: '这项选举还不完整，请核对名额和候选人。',
  ElectionAlreadyPut: '这项选举已经开始过，不能再改；需要重来请用“另行选举”或“重新选举”。',
  ElectionIsOpen: '还有选举没有结束，请先结束选举。',
  NoSeatLeft: '名额已经选满，不用另行选举。',
  ImpossibleCount: '录入的票数对不上，请核对。',
  ElectionCountNotConfirmed: '要由两位会务人员分别录入票数，才能结束选举。',
  ElectionCountsDiffer: '两人录入的票数不一致，请核对选票后重新录入。',
  NobodyToVote: '还没有委员签到，无人可以表决。',
  MotionAlreadyPut: '这条建议已经表决过；需要重来请用“重新表决”。',
  PulseIsOpen: '还有一次表态没有结束，请先结束。',
  PulseAlreadyTaken: '这一条在这个时候已经表态过，不再重复。',
  FormNotOffered: '这场会议还不能用这种方式表决，请换一种方式。',
  ClockCannotCount: '举手和纸质表决要先录入票数，不能到时自动结束，请由主持人结束。',
  VotesAreWeighted: '各位委员的表决权数不同，这种方式计不了票，请改用按键表决。',
  MoreVotesThanVoters: '录入的票数比表决人数还多，请核对后重新录入。',
  CountNotConfirmed: '票数要由两人各自录入、互相核对，现在还差一人。',
  CountsDiffer: '两人录入的票数不一致，请重新清点后改正。',
  TooFewForSecrecy: '能投票的人太少，结果可能让人推算出每个人的选择。请改用别的方式，或确认已知晓后再开始。',
  VoteIdTaken: '这次投票的编号已经用过，请刷新后再开始一次。',
  BallotKeyMissing: '服务器没能备好这次投票的密钥，请再试一次。',
  ScrutineerKeysMissing: '要有三位监票人的手机备好密钥才能开始，现在还不够。请监票人打开会议页面，点“备好密钥”。',
};

const isInvalidPlan = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'InvalidPlan' }> =>
  refusal.type === 'InvalidPlan' && 'problem' in refusal;

const isNumberTaken = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'NumberTaken' }> =>
  refusal.type === 'NumberTaken' && 'number' in refusal && 'title' in refusal;

const isInvalidElection = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'InvalidElection' }> =>
  refusal.type === 'InvalidElection' && 'problem' in refusal;

const isImpossibleCount = (refusal: AnyRefusal): refusal is Extract<Refusal, { type: 'ImpossibleCount' }> =>
  refusal.type === 'ImpossibleCount' && 'problem' in refusal;

const numberTaken = (number: string, title: string): string => `${number} 已用于“${title}”的纪要，请换一个发文字号。`;

alsoTell((refusal) => {
  if (isInvalidPlan(refusal) && Object.hasOwn(planProblemWords, refusal.problem)) return planProblemWords[refusal.problem];
  if (isInvalidElection(refusal) && Object.hasOwn(electionProblemWords, refusal.problem)) return electionProblemWords[refusal.problem];
  if (isImpossibleCount(refusal) && Object.hasOwn(countProblemWords, refusal.problem)) return countProblemWords[refusal.problem];
  if (isNumberTaken(refusal)) return numberTaken(refusal.number, refusal.title);
  const known: Readonly<Record<string, string>> = sentences;
  return Object.hasOwn(known, refusal.type) ? known[refusal.type] : undefined;
});
