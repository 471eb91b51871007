// Knows sheets of which one is on top, by finger and by arrow keys; not what they hold.
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import look from './Tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
}

export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    tabs.findIndex(({ id }) => id === open),
  );
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (at + step + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (!tab) return;
    onOpen(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  const shown = tabs[at];
  return (
    <div>
      <div role="tablist" aria-label={label} ref={list} className={look['list']} onKeyDown={move}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${prefix}-tab-${tab.id}`}
            aria-controls={`${prefix}-panel`}
            aria-selected={index === at}
            tabIndex={index === at ? 0 : -1}
            className={look['tab']}
            onClick={() => onOpen(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {shown && (
        <div role="tabpanel" id={`${prefix}-panel`} aria-labelledby={`${prefix}-tab-${shown.id}`} className={look['panel']}>
          {shown.panel}
        </div>
      )}
    </div>
  );
}
