// Knows the sample case as finished minutes, and small pieces to make others; for tests only.
import type { Block, Cell, Manuscript, VoteRow } from '@xieshang/minutes';
import type { Paper } from '../index.ts';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
export const heading = (level: 1 | 2 | 3 | 4, number: string, text: string): Block => ({
  kind: 'heading',
  level,
  number,
  runs: [{ text }],
});
export const list = (ordered: boolean, ...items: readonly Block[][]): Block => ({ kind: 'list', ordered, items });
export const cell = (text: string, spans: Partial<Cell> = {}): Cell => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  blocks: [paragraph(text)],
  ...spans,
});
export const table = (...rows: readonly (readonly Cell[])[]): Block => ({ kind: 'table', rows });
const fact = (id: string, ...lines: readonly string[]): Block => ({
  kind: 'fact',
  fact: id as Extract<Block, { kind: 'fact' }>['fact'],
  source: '来自发言 15:41–15:44',
  lines,
});

export const vote = (
  number: number,
  text: string,
  figures: readonly [number, number, number, number],
  more: Partial<VoteRow> = {},
): VoteRow => ({
  number,
  motionId: `m${number}` as VoteRow['motionId'],
  round: 1,
  title: `建议${number}`,
  text,
  approve: figures[0],
  oppose: figures[1],
  abstain: figures[2],
  notPressed: figures[3],
  base: 32,
  passed: figures[0] * 2 > 32,
  form: 'named',
  ...more,
});

const names =
  '张委员 李委员 王委员 赵委员 陈委员 刘委员 杨委员 黄委员 周委员 吴委员 孙委员 马委员 朱委员 胡委员 林委员 郭委员 何委员 高委员 罗委员 梁委员 宋委员 唐委员 许委员 韩委员 邓委员 曹委员 彭委员 曾委员';

const votes = [
  vote(
    1,
    '建议由市工业和信息化局牵头，以13条重点产业链为单元绘制招商图谱，逐链列明断点、堵点、卡点和目标企业清单，并按季度更新。图谱与县区、园区共享，作为项目研判和外出招商的统一依据，避免多头对接、重复招商。',
    [28, 0, 0, 0],
  ),
  vote(
    2,
    '建议支持各产业链链主企业建立配套需求清单和供应商引荐机制，对成功引进关键配套项目的给予奖励。奖励标准由市级统一制定，按项目投产进度分期兑现。',
    [27, 0, 1, 0],
  ),
  vote(
    3,
    '建议依托异地商会、侨联、台联和对外友好组织，在重点城市设立驻点招商联络点，统筹开展以商招商和委员招商。联络点实行线索登记、分办、反馈制度，每季度通报线索转化情况。',
    [28, 0, 0, 0],
  ),
  vote(
    4,
    '建议整合政府引导资金，联合社会资本组建产业链专项基金，重点投向补链强链项目。建立独立的投资决策和风险控制机制，明确尽职免责情形，防止以基金代替经营性补贴。',
    [24, 1, 2, 1],
  ),
  vote(
    5,
    '建议对入链项目推行“标准地+承诺制”，提前完成区域评估，同步落实用地、能耗和环境容量指标。对投资强度大、带动作用强的项目实行用地指标市级统筹，确保签约后六个月内具备开工条件。',
    [26, 1, 1, 0],
  ),
  vote(
    6,
    '建议建设市级科技成果供需对接平台，定期发布产业链技术需求榜单，组织高校院所揭榜攻关。对落地转化项目在中试场地、设备共享、首台套应用等方面给予支持，以成果转化补链延链。',
    [27, 0, 0, 1],
  ),
  vote(
    7,
    '建议围绕13条产业链编制紧缺技能人才目录，由职业院校与企业开展订单式培养。推动招商引资与招才引智同步谋划、同步签约，为随项目引进的团队落实住房、子女入学等服务。',
    [28, 0, 0, 0],
  ),
  vote(
    8,
    '建议完善以落地率、投产率、亩均效益为导向的招商考核办法，降低签约额权重。建立项目全周期服务专员制度，对签约、开工、投产各节点实行台账管理、逐项销号。',
    [25, 0, 2, 1],
  ),
  vote(
    9,
    '建议建立跨县区项目流转和利益共享机制，首谈地与落地地按比例分享税收和统计指标。分享比例由市级统一制定，每三年评估调整一次。',
    [16, 5, 6, 1],
  ),
];

const body: readonly Block[] = [
  paragraph(
    '2022年5月26日下午，市政协召开第3次双月专题协商座谈会，围绕“实施产业链精准招商、助推新型工业化强市建设”协商议政。市政协副主席甲主持会议，副市长乙到会听取意见。会议应到委员32人，实到28人（线上参会11人），符合规定人数。现将会议情况纪要如下：',
  ),
  heading(1, '一、', '协商情况'),
  paragraph('会议听取了市工业和信息化局关于产业链招商情况的通报和市政协经济委员会关于专题调研情况的说明。'),
  fact('answers.q1', '李委员询问：驻点经费由谁承担？', '市商务局丁答复：列入年度预算，县区配套。答复类别为采纳。'),
  paragraph(
    '会议认为，全市13条重点产业链“链长制”运行顺畅，精准招商取得阶段性成效，但仍存在图谱不细、链主带动不足、要素保障不及时、考核重签约轻落地等问题，需要在决策和实施中进一步研究解决。',
  ),
  heading(1, '二、', '形成的主要建议'),
  heading(2, '（一）', '关于招商图谱'),
  {
    kind: 'paragraph',
    runs: [
      { text: '会议建议以13条重点产业链为单元绘制招商图谱，' },
      { text: '按季度更新', bold: true },
      { text: '。图谱与县区、园区共享，避免多头对接、重复招商。' },
    ],
  },
  heading(3, '1.', '断点清单'),
  heading(4, '（1）', '目标企业'),
  list(
    true,
    [paragraph('明确断点、堵点、卡点；')],
    [paragraph('明确目标企业清单；'), list(false, [paragraph('链主企业；')], [paragraph('配套企业。')])],
  ),
  table(
    [cell('牵头单位', { header: true }), cell('事项', { header: true }), cell('时限', { header: true })],
    [cell('市工业和信息化局', { rowspan: 2 }), cell('绘制招商图谱'), cell('2022年9月30日')],
    [cell('逐链列明断点、堵点、卡点', { colspan: 2 })],
  ),
  fact(
    'vote.m9.1',
    '关于建立跨县区项目流转利益共享机制的建议，赞成16票，反对5票，弃权6票，未按1人，未达到应到委员过半数，未获通过，由市政协经济委员会继续调研。',
  ),
  heading(1, '三、', '部门回应情况'),
  paragraph(
    '市工业和信息化局、市商务局表示，将于6月底前完成首批图谱修订；市自然资源和规划局、市发展和改革委员会就用地、能耗指标保障作了说明；市科学技术局、市地方金融监督管理局对成果转化、基金设立提出了推进安排。',
  ),
  heading(1, '四、', '有关要求'),
  paragraph(
    '会议要求，市政协经济委员会会同办公室于6月8日前形成协商报告，按程序报送市委、市政府；有关部门对交办建议明确责任人和完成时限，于8月31日前书面反馈办理情况，未采纳或部分采纳的说明理由。',
  ),
];

/** The sample case: nine recommendations, twenty-eight present, the ninth failed. */
export const sample: Manuscript = {
  v: 1,
  meeting: 'demo' as Manuscript['meeting'],
  mark: '政协明川市委员会双月专题协商座谈会纪要',
  title: '关于“实施产业链精准招商、助推新型工业化强市建设”双月专题协商座谈会的纪要',
  issuer: '政协明川市委员会办公室',
  number: '〔2022〕3号',
  copyTo:
    '市委办公室，市政府办公室，市工业和信息化局，市商务局，市发展和改革委员会，市科学技术局，市自然资源和规划局，市地方金融监督管理局',
  heldOn: Date.UTC(2022, 4, 26, 5, 30),
  zone: 'Asia/Shanghai',
  body,
  present: names.split(' '),
  onLeave: ['郑委员', '冯委员', '褚委员'],
  nonVoting: [
    '市工业和信息化局丙',
    '市商务局丁',
    '市发展和改革委员会戊',
    '市科学技术局己',
    '市自然资源和规划局庚',
    '市地方金融监督管理局辛',
    '副市长乙',
  ],
  votes,
};

/** The last minute of 1 June in London is 2 June where the committee sits. */
export const issuedPaper: Paper = { issuedAt: Date.UTC(2022, 5, 1, 23, 59), corrections: [], printed: null };
export const draftPaper: Paper = { issuedAt: null, corrections: [], printed: null };
