// Knows who reads this page, once that is known; not how it was found out.
import { createContext, useContext } from 'react';
import type { Person } from '../http/shapes.ts';

const Reader = createContext<Person | null>(null);
export const ReaderProvider = Reader.Provider;

/** The signed-in person. Only inside the pages for signed-in people: anywhere else it is a mistake of ours and throws. */
export function useReader(): Person {
  const reader = useContext(Reader);
  if (!reader) throw new Error('useReader outside SignedIn');
  return reader;
}

/** May prepare meetings and see every one of them. */
export const isOffice = ({ role, scope }: Person): boolean => role === 'secretary' && scope === null;

/** May keep accounts. */
export const isAdmin = ({ role, admin, scope }: Person): boolean => (admin || role === 'admin') && scope === null;
