// Knows how wishes that collide are laid side by side and one is chosen at each place; joins nothing by itself.
import type { Stretch } from '@xieshang/minutes/amending';
import { useId } from 'react';
import { TextField } from '../../ui/Field.tsx';
import { amendmentWords as words } from '../../words/zh/amendments.ts';
import type { Choice, Choices } from './choices.ts';
import look from './Collisions.module.css';

interface CollisionsProps<Id extends string> {
  readonly stretches: readonly Stretch<Id>[];
  /** How those who wish the same are named together. */
  readonly namesOf: (ids: readonly Id[]) => string;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

/** The text with all that goes together in it and a mark at each collision; below a question for each. */
export function Collisions<Id extends string>({ stretches, namesOf, choices, onChoices }: CollisionsProps<Id>) {
  const collisions = stretches.filter((one) => one.kind === 'collision');
  const choose = (at: number, choice: Choice) => onChoices(collisions.map((_, place) => (place === at ? choice : choices[place])));
  return (
    <>
      <p className={look['text']}>
        {stretches.map((one, place) => {
          if (one.kind === 'same') return <span key={place}>{one.text}</span>;
          if (one.kind === 'collision') {
            return (
              <mark key={place} className={look['collision']}>
                {one.original}
                <b>{words.collision(collisions.indexOf(one) + 1, collisions.length)}</b>
              </mark>
            );
          }
          return (
            <span key={place} title={namesOf(one.ids)}>
              {one.original !== '' && <del>{one.original}</del>}
              {one.text !== '' && <ins>{one.text}</ins>}
            </span>
          );
        })}
      </p>
      {collisions.map((collision, place) => (
        <OneCollision
          key={place}
          collision={collision}
          title={`${words.collision(place + 1, collisions.length)} · ${words.choose}`}
          namesOf={namesOf}
          choice={choices[place]}
          onChoice={(choice) => choose(place, choice)}
        />
      ))}
    </>
  );
}

const Said = ({ text }: { readonly text: string }) => (text === '' ? <span className="muted">{words.nothing}</span> : <q>{text}</q>);

interface OneCollisionProps<Id extends string> {
  readonly collision: Extract<Stretch<Id>, { kind: 'collision' }>;
  readonly title: string;
  readonly namesOf: (ids: readonly Id[]) => string;
  readonly choice: Choice | undefined;
  readonly onChoice: (choice: Choice) => void;
}

function OneCollision<Id extends string>({ collision, title, namesOf, choice, onChoice }: OneCollisionProps<Id>) {
  const name = useId();
  const { original, readings } = collision;
  const own = choice?.kind === 'own';
  return (
    <fieldset className={look['question']}>
      <legend>{title}</legend>
      {readings.map(({ text, ids }, place) => (
        <label key={text} className={look['reading']}>
          <input
            type="radio"
            name={name}
            checked={choice?.kind === 'reading' && choice.place === place}
            onChange={() => onChoice({ kind: 'reading', place })}
          />
          <span>
            <b>{namesOf(ids)}</b> <Said text={text} />
          </span>
        </label>
      ))}
      <label className={look['reading']}>
        <input type="radio" name={name} checked={choice?.kind === 'original'} onChange={() => onChoice({ kind: 'original' })} />
        <span>
          <b>{words.keepOriginal}</b> <Said text={original} />
        </span>
      </label>
      <label className={look['reading']}>
        <input
          type="radio"
          name={name}
          checked={own}
          onChange={() => onChoice({ kind: 'own', text: readings.map(({ text }) => text).join('') })}
        />
        <b>{words.ownWords}</b>
      </label>
      {own && (
        <TextField label={words.ownWordsField} value={choice.text} onText={(text) => onChoice({ kind: 'own', text })} maxLength={1000} />
      )}
    </fieldset>
  );
}
