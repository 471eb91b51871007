// Tells the administrator when something on the way lets no WebSocket through; says nothing while all is well.
import { useEffect, useState } from 'react';
import { accountsWords as words } from '../words/zh/accounts.ts';

/** Nobody's minutes: the door opens, and closes again for that reason. */
const door = '/collab/check';
/** A handshake that takes longer is taken for blocked, ms. */
const within = 5_000;

function useIsBlocked(): boolean {
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${door}`);
    const late = setTimeout(() => setBlocked(true), within);
    socket.onopen = () => clearTimeout(late);
    socket.onerror = () => setBlocked(true);
    return () => {
      clearTimeout(late);
      socket.onopen = socket.onerror = null;
      socket.close();
    };
  }, []);
  return isBlocked;
}

export function NetworkCheck() {
  return useIsBlocked() ? <p role="status">{words.noWebSocket}</p> : null;
}
