// Knows how the keys of the room are shown, and the key and the button that show them; not what they do.
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { common } from '../../words/zh/common.ts';
import { keyWords as words } from '../../words/zh/office-keys.ts';
import { KeyCap } from './act.tsx';
import { keyGroups, keys } from './keys.ts';
import look from './KeysDialog.module.css';
import { useShortcut } from './shortcuts.ts';

const groups = Object.entries(keyGroups) as [keyof typeof keyGroups, readonly (keyof typeof keys)[]][];

export function KeysButton() {
  const [open, setOpen] = useState(false);
  useShortcut(keys.overview.key, () => setOpen(true));
  return (
    <>
      <Button size="small" kind="quiet" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        {words.open}
        <KeyCap of={keys.overview} />
      </Button>
      <Dialog
        open={open}
        wide
        title={words.title}
        onClose={() => setOpen(false)}
        acts={<Button onClick={() => setOpen(false)}>{common.close}</Button>}
      >
        <div className={look['groups']}>
          {groups.map(([group, of]) => (
            <section key={group}>
              <h3>{words.groups[group]}</h3>
              <dl className={look['list']}>
                {of.map((name) => (
                  <Line key={name} shown={keys[name].shown} act={words.acts[name]} />
                ))}
                {group === 'list' && <Line shown={words.shown.move} act={words.acts.move} />}
                {group === 'room' && <Line shown={words.shown.escape} act={words.acts.escape} />}
              </dl>
            </section>
          ))}
        </div>
        <p className="small muted">{words.hint}</p>
      </Dialog>
    </>
  );
}

const Line = ({ shown, act }: { readonly shown: string; readonly act: string }) => (
  <div>
    <dt>
      <kbd className={look['cap']}>{shown}</kbd>
    </dt>
    <dd>{act}</dd>
  </div>
);
