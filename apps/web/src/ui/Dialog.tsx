// Knows a question in front of the page: focus is kept inside and given back, Esc closes; not what is asked.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import look from './Dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly acts?: ReactNode;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** A modal dialog of the browser itself. Its content is only there while it is open. What is marked `data-first` has the focus first, else what comes first. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ title, onClose, acts, wide = false, children }: Omit<DialogProps, 'open'>) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first=true]')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? `${look['dialog']} ${look['wide']}` : look['dialog']}
      aria-labelledby={heading}
      onCancel={(event) => {
        // The page decides whether it is open; the browser only asks.
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading} className={look['title']}>
        {title}
      </h2>
      {children}
      {acts && <div className={look['acts']}>{acts}</div>}
    </dialog>
  );
}
