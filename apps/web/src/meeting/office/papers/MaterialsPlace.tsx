// Knows the materials of a meeting that has been convened: read, added, withdrawn.
import type { Material } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { materialWay } from '../../../materials/material-way.ts';
import { SecrecyTag } from '../../../materials/SecrecyTag.tsx';
import { buttonLook } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { ReasonAct } from '../ReasonAct.tsx';
import { AddMaterial } from './AddMaterial.tsx';
import look from './papers.module.css';
import { Heading } from '../Heading.tsx';

export function MaterialsPlace() {
  const { agenda } = useMeeting();
  return (
    <Card className="stack" aria-label={words.materials}>
      <div className="spread">
        <Heading>{words.materials}</Heading>
        <AddMaterial />
      </div>
      {agenda.materials.length === 0 && <p className="muted">{words.materialsNone}</p>}
      <ul className={look['papers']}>
        {agenda.materials.map((material) => (
          <Row key={material.materialId} material={material} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ material }: { readonly material: Material }) {
  const { materialId, name, bytes, circle, secrecy } = material;
  const { notice } = useMeeting();
  return (
    <li>
      <div className="grow">
        <p>{name}</p>
        <p className="small muted row">
          <span className="num">{words.size(bytes)}</span>
          <Tag tone={circle === 'public' ? 'blue' : 'grey'}>{words.circle[circle]}</Tag>
          <SecrecyTag secrecy={secrecy} />
        </p>
      </div>
      <a className={buttonLook({ size: 'small' })} href={materialWay(notice.meeting, material)} target="_blank" rel="noreferrer">
        {words.view}
      </a>
      <ReasonAct
        bodies={(reason) => [{ type: 'WithdrawMaterial', materialId, reason }]}
        title={words.withdrawTitle(name)}
        will={words.withdrawWill}
        act={words.withdraw}
        size="small"
        kind="quiet"
      >
        {words.withdraw}
      </ReasonAct>
    </li>
  );
}
