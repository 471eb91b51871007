// Knows the list of those who have the minutes open, the jump to where one writes, and following one; not who that is.
import { useEffect, useState } from 'react';
import { useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { peopleWords as words } from '../../../words/zh/minutes-people.ts';
import { showPlace } from '../../editor/show-place.ts';
import type { PanelProps } from '../panel.ts';
import look from './People.module.css';
import { useStandings } from './use-standings.ts';
import type { Standing } from './where.ts';

const sectionOf = ({ section }: Standing): string =>
  section === null ? words.reading : words.at(section === '' ? words.opening : section);

export default function People({ open, place }: PanelProps) {
  const { person } = useViewer();
  const standings = useStandings(open, person);
  const [followed, setFollowed] = useState<string | null>(null);
  const leader = standings.find(({ account, own }) => account === followed && !own);
  const at = leader?.position ?? null;
  useEffect(() => {
    if (open && at !== null && !open.editor.isDestroyed) showPlace(open.editor.view, at);
  }, [open, at]);
  useEffect(() => {
    if (followed === null) return undefined;
    const stop = (): void => setFollowed(null);
    const paper = place.current;
    const own = ['wheel', 'touchmove', 'keydown', 'mousedown'] as const;
    for (const type of own) paper?.addEventListener(type, stop, { passive: true });
    return () => {
      for (const type of own) paper?.removeEventListener(type, stop);
    };
  }, [followed, place]);
  if (!open) return <p className="muted">{words.notOpen}</p>;
  const goTo = ({ position }: Standing): void => {
    if (position !== null) showPlace(open.editor.view, position);
  };
  return (
    <div className="stack">
      {leader && (
        <p role="status" className={look['following']}>
          {words.following(leader.name)}
        </p>
      )}
      <ul className={look['list']}>
        {standings.map((one) => (
          <li key={one.account}>
            <span className={look['dot']} style={{ backgroundColor: one.color }} aria-hidden="true" />
            <button
              type="button"
              className={look['person']}
              aria-disabled={one.position === null || undefined}
              title={words.goTo(one.name)}
              onClick={() => goTo(one)}
            >
              <span className={look['name']}>
                {one.name} {one.own && <Tag tone="grey">{words.me}</Tag>}
              </span>
              <span className="small muted">{sectionOf(one)}</span>
            </button>
            {!one.own && (
              <Button
                size="small"
                kind="quiet"
                aria-pressed={followed === one.account}
                aria-label={followed === one.account ? words.stop : words.followOne(one.name)}
                onClick={() => setFollowed(followed === one.account ? null : one.account)}
              >
                {followed === one.account ? words.stop : words.follow}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {standings.every(({ own }) => own) && <p className="muted">{words.nobody}</p>}
    </div>
  );
}
