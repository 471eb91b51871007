// Knows the line in which one asks for what meetings have left, and that asking leads to the page of what is found.
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/Button.tsx';
import { searchWords as words } from '../words/zh/search.ts';
import look from './Search.module.css';

/** Characters; the server takes no more. */
const longest = 60;

interface SearchFieldProps {
  readonly typed?: string;
  readonly autoFocus?: boolean;
}

export function SearchField({ typed = '', autoFocus = false }: SearchFieldProps) {
  const [text, setText] = useState(typed);
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void navigate({ to: '/search', search: { q: text.trim() } });
  };
  return (
    <form role="search" className={look['field']} onSubmit={submit}>
      <input
        type="search"
        aria-label={words.field}
        placeholder={words.field}
        value={text}
        maxLength={longest}
        autoFocus={autoFocus}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{words.find}</Button>
    </form>
  );
}
