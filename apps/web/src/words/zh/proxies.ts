// Knows the words of votes given to another member for when one is not here.
export const proxyWords = {
  title: '委托表决',
  will: '您不在场时，由受托的委员代为表决；您到场就自己表决。无记名投票不用委托。',
  give: '委托他人',
  giveOther: '改托他人',
  giveTitle: '委托谁代为表决？',
  giveAct: '确定委托',
  to: '受托的委员',
  choose: '请选择一位委员',
  full: '受托已满',
  given: (name: string): string => `您已委托${name}：您不在场时由${name}代为表决。`,
  revoke: '收回委托',
  held: (names: string): string => `您受${names}委托：委托人不在场时，表决票上会有代投的一栏。`,
  list: '委托',
  none: '没有委托',
  counting: (principal: string, holder: string): string => `${holder}代${principal}`,
  idle: (n: number): string => `另有 ${n} 项此刻不算数（委托人在场，或受托人不在场）`,
};
