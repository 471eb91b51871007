// Knows what stands around an office page: the way to the others, the reader's name, the way out.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { committeeQuery } from '../http/queries.ts';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { common } from '../words/zh/common.ts';
import { frameWords } from '../words/zh/frame.ts';
import { DiskAlarm } from './DiskAlarm.tsx';
import look from './Frame.module.css';
import { isAdmin, isOffice, useReader } from './reader.ts';
import { SignOutButton } from './SignOutButton.tsx';

interface FrameProps {
  /** Of the page, for the window's title. */
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Frame({ title, wide = false, children }: FrameProps) {
  const reader = useReader();
  const committee = useQuery(committeeQuery).data;
  return (
    <>
      <title>{`${title} · ${common.product}`}</title>
      <SkipLink />
      {committee?.mode === 'demo' && <aside className={`${look['demo']} no-print`}>{frameWords.demo}</aside>}
      {(isAdmin(reader) || isOffice(reader)) && <DiskAlarm />}
      <header className={`${look['head']} no-print`}>
        <div className={look['inside']}>
          <Link to="/" className={look['brand']}>
            <img src="/icon.svg" alt="" />
            {common.product}
          </Link>
          <span className="small muted">{reader.name}</span>
          <LargeTextSwitch />
          <nav className={look['nav']} aria-label={frameWords.navigation}>
            <Link to="/" activeOptions={{ exact: true }}>
              {frameWords.meetings}
            </Link>
            <Link to="/search">{frameWords.search}</Link>
            {isOffice(reader) && <Link to="/archives">{frameWords.archives}</Link>}
            {isAdmin(reader) && <Link to="/accounts">{frameWords.accounts}</Link>}
            <Link to="/me">{frameWords.me}</Link>
            <SignOutButton />
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={wide ? `${look['main']} ${look['wide']}` : look['main']}>
        {children}
      </main>
      {committee && (isAdmin(reader) || isOffice(reader)) && (
        <footer className={`${look['foot']} no-print small muted`}>{frameWords.version(committee.version)}</footer>
      )}
    </>
  );
}
