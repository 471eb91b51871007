// Knows how a person's part, a meeting's phase and its kind are called.
export const roleWords = {
  member: '委员',
  departmentRep: '部门代表',
  moderator: '主持人',
  secretary: '会务秘书',
  observer: '旁听人员',
  admin: '系统管理员',
};

export const phaseWords = {
  draft: '筹备中',
  convened: '已通知召开',
  inSession: '会议进行中',
  suspended: '休会中',
  concluded: '已散会',
  cancelled: '已取消',
};

export const rehearsalWord = '演练';
