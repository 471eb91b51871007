// Knows the materials and the agenda a department may read; drafts are not among them.
import { useMeeting } from '../../live/index.ts';
import { materialWay } from '../../materials/material-way.ts';
import { SecrecyTag } from '../../materials/SecrecyTag.tsx';
import { buttonLook } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { departmentWords as words } from '../../words/zh/department.ts';
import { roomWords } from '../../words/zh/room.ts';
import look from './DepartmentPapers.module.css';

export function DepartmentPapers() {
  const { agenda, notice } = useMeeting();
  return (
    <>
      <Card>
        <h2>{words.materials}</h2>
        {agenda.materials.length === 0 && <p className="muted">{words.materialsNone}</p>}
        <ul>
          {agenda.materials.map((material) => (
            <li key={material.materialId} className={look['paper']}>
              <span className="grow">
                {material.name} <SecrecyTag secrecy={material.secrecy} />
              </span>
              <a className={buttonLook({ size: 'small' })} href={materialWay(notice.meeting, material)} target="_blank" rel="noreferrer">
                {words.view}
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <h2>{words.agenda}</h2>
        <ol>
          {agenda.stages.map(({ stageId, name, minutes }) => (
            <li key={stageId} className={look['paper']}>
              <span className="grow">{name}</span>
              <span className="small muted num">{roomWords.minutes(minutes)}</span>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
