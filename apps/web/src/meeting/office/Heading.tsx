// Knows how the title of a card in the room looks; it stands right beneath the meeting's own.
import type { ReactNode } from 'react';
import look from './Heading.module.css';

export const Heading = ({ children }: { readonly children: ReactNode }) => <h2 className={look['heading']}>{children}</h2>;
