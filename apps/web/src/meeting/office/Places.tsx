// Knows the places of the room as a row of tabs with a mark for what goes on in another; not what they hold.
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import look from './Places.module.css';

interface PlacesProps<Id extends string> {
  readonly label: string;
  readonly places: readonly { readonly id: Id; readonly name: string; readonly badge?: ReactNode }[];
  readonly open: Id;
  readonly onOpen: (id: Id) => void;
  readonly children: ReactNode;
}

export function Places<Id extends string>({ label, places, open, onOpen, children }: PlacesProps<Id>) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = places.findIndex(({ id }) => id === open);
    const next = (at + step + places.length) % places.length;
    const place = places[next];
    if (!place) return;
    onOpen(place.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} ref={list} className={look['list']} onKeyDown={move}>
        {places.map(({ id, name, badge }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}-${id}`}
            aria-selected={id === open}
            aria-controls={`${prefix}-panel`}
            tabIndex={id === open ? 0 : -1}
            className={look['tab']}
            onClick={() => onOpen(id)}
          >
            {name}
            {badge && id !== open && <span className={look['badge']}>{badge}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${prefix}-panel`} aria-labelledby={`${prefix}-${open}`} className={look['panel']}>
        {children}
      </div>
    </>
  );
}
