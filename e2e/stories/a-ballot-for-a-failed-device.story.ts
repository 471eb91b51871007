// An election in which a phone fails: an officer enters its ballot, the round is voided and told, and it counts in the next. E13, E18.
import { checkIn } from '../acts.ts';
import { departmentRep, expect, hall, member, quietMembers, quietPerson, secretary, test } from '../cast.ts';

const electionId = 'e-device';
const paper = {
  title: '推选召集人',
  seats: 1,
  candidates: [
    { candidateId: 'c1', name: '陈委员', person: 'weiyuan02' },
    { candidateId: 'c2', name: '买买提·艾力', note: '市科学技术局' },
  ],
  writeIns: 'none',
  rule: 'plurality',
};

test('an officer enters the ballot of a failed phone; a voided round is told, and in the next it counts', async ({ setUp }) => {
  const stage = await setUp();
  const [chair, other] = [await quietPerson(stage, 'zhuchi'), await quietPerson(stage, 'mishu2')];
  // Enough for a quorum; they hand in nothing.
  const quiet = await quietMembers(
    stage,
    Array.from({ length: 16 }, (_, at) => at + 2),
  );
  for (const person of quiet) await person.checkIn();
  const phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  await chair.take('OpenMeeting');
  await other.take('TableElection', { electionId, paper });
  await chair.take('OpenElection', { electionId });
  const office = await secretary(stage);
  const screen = await hall(stage);
  const department = await departmentRep(stage, 1);
  const ballot = phone.getByRole('region', { name: '选票' });

  const enter = async (): Promise<void> => {
    await office.getByRole('button', { name: '代为录入' }).click();
    const form = office.getByRole('dialog', { name: '代委员录入选票' });
    await form.getByRole('textbox', { name: '委员', exact: true }).fill('张委员');
    await form.getByRole('button', { name: /张委员/ }).click();
    await form.getByLabel(/买买提·艾力/).check();
    await form.getByRole('button', { name: '设备故障' }).click();
    await form.getByRole('button', { name: '代为录入' }).click();
    await expect(form).toBeHidden();
  };

  await test.step('the office enters it, sees it among what was entered, and so does the voter', async () => {
    await office.getByRole('tab', { name: '选举' }).click();
    await enter();
    await expect(office.getByRole('region', { name: '已代为录入' }).getByText('买买提·艾力')).toBeVisible();
    await expect(ballot.getByText('会务人员代您录入：买买提·艾力')).toBeVisible();
  });

  await test.step('taken back, nothing stands for the voter any more', async () => {
    await office.getByRole('button', { name: /收回代张委员/ }).click();
    await expect(office.getByRole('region', { name: '已代为录入' })).toBeHidden();
    await expect(ballot.getByText(/会务人员代您录入/)).toBeHidden();
  });

  await test.step('a voided round is told on the phone, to departments and in the hall', async () => {
    await chair.take('VoidElection', { electionId, reason: '名单有误' });
    for (const page of [phone, department, screen]) {
      await expect(page.getByText('推选召集人 · 选举已作废').first()).toBeVisible();
      await expect(page.getByText(/名单有误。已投的都不算/).first()).toBeVisible();
    }
  });

  await test.step('in the next round the entered ballot counts, and everybody may read who entered it', async () => {
    await chair.take('OpenElection', { electionId });
    await enter();
    await expect(ballot.getByText('会务人员代您录入：买买提·艾力')).toBeVisible();
    await chair.take('CloseElection', { electionId });
    await chair.take('AnnounceElection', { electionId });
    await expect(screen.getByText('当选：买买提·艾力', { exact: true })).toBeVisible();
    await expect(department.getByText('当选：买买提·艾力', { exact: true })).toBeVisible();
    await expect(phone.getByText('您的选票：买买提·艾力（由会务人员代为录入）')).toBeVisible();
    await office.getByText(/逐人选票/).click();
    await expect(office.getByText(/买买提·艾力（.秘书代录）/)).toBeVisible();
  });
});
