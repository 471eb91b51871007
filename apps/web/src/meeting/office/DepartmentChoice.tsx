// Knows how some of the departments of a roll are ticked; not what for.
import type { PersonId, Roll } from '@xieshang/meeting';
import { officeWords as words } from '../../words/zh/office.ts';
import { departmentOf } from '../shared/people.ts';
import look from './choices.module.css';
import { departmentsOf } from './find-people.ts';

interface DepartmentChoiceProps {
  readonly roll: Roll;
  readonly chosen: readonly PersonId[];
  readonly onChoose: (chosen: readonly PersonId[]) => void;
}

/** The chosen come back in the order of the roll. */
export function DepartmentChoice({ roll, chosen, onChoose }: DepartmentChoiceProps) {
  const all = departmentsOf(roll);
  if (all.length === 0) return <p className="muted">{words.noDepartments}</p>;
  const toggle = (person: PersonId, on: boolean) =>
    onChoose(all.map((one) => one.person).filter((one) => (one === person ? on : chosen.includes(one))));
  return (
    <div className={look['ticks']} role="group" aria-label={words.address}>
      {all.map(({ person, name }) => (
        <label key={person} className={look['tick']}>
          <input type="checkbox" checked={chosen.includes(person)} onChange={(event) => toggle(person, event.target.checked)} />
          <span>
            {departmentOf(roll, person)} <span className="small muted">{name}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
