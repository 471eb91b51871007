// Knows a list whose items are moved by dragging their handle or by the arrow keys on it; not what the items are.
import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { KeyboardEvent, ReactNode } from 'react';
import { prepareWords as words } from '../words/zh/prepare.ts';
import look from './MovableList.module.css';
import { moved } from './roll/order.ts';

interface MovableListProps<Item> {
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  readonly onOrder: (items: readonly Item[]) => void;
  readonly center?: boolean;
  readonly children: (item: Item, index: number) => ReactNode;
}

/** The words of the drag library, which speaks English to screen readers if left alone. */
const accessibility = {
  screenReaderInstructions: { draggable: words.move },
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
};

export function MovableList<Item>({ items, idOf, nameOf, onOrder, center = false, children }: MovableListProps<Item>) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const ids = items.map(idOf);
  const end = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onOrder(moved(items, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={end} accessibility={accessibility}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol>
          {items.map((item, index) => (
            <MovableItem
              key={idOf(item)}
              id={idOf(item)}
              name={nameOf(item)}
              center={center}
              onStep={(step) => onOrder(moved(items, index, index + step))}
            >
              {children(item, index)}
            </MovableItem>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface MovableItemProps {
  readonly id: string;
  readonly name: string;
  readonly center: boolean;
  readonly onStep: (step: 1 | -1) => void;
  readonly children: ReactNode;
}

function MovableItem({ id, name, center, onStep, children }: MovableItemProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({ id });
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  const classes = [look['item'], center ? look['center'] : '', isDragging ? look['held'] : ''].filter(Boolean).join(' ');
  return (
    <li ref={setNodeRef} className={classes} style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}>
      <button
        {...listeners}
        type="button"
        ref={setActivatorNodeRef}
        className={look['handle']}
        aria-label={words.moveOf(name)}
        title={words.move}
        onKeyDown={keys}
      >
        ⠿
      </button>
      <div className={look['body']}>{children}</div>
    </li>
  );
}
