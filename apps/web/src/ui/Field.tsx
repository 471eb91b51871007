// Knows a line to fill in: its name, a hint, what is wrong with it; not what is asked for.
import { useId, useState, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { common } from '../words/zh/common.ts';
import { Button } from './Button.tsx';
import look from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

interface Wired {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** Ties a label, a hint and an error to any control given these properties. */
export function Field({ label, hint, error, children }: FieldProps & { readonly children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={look['field']}>
      <label htmlFor={id} className={look['label']}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={look['hint']}>
          {hint}
        </div>
      )}
      {children({ id, className: look['input'], 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && (
        <div id={`${id}-error`} className={look['error']}>
          {error}
        </div>
      )}
    </div>
  );
}

type Text = FieldProps & { readonly value: string; readonly onText: (value: string) => void };

export function TextField({ label, hint, error, onText, ...rest }: Text & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wired) => <input {...rest} {...wired} onChange={(event) => onText(event.target.value)} />}
    </Field>
  );
}

export function TextArea({ label, hint, error, onText, ...rest }: Text & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wired) => <textarea {...rest} {...wired} onChange={(event) => onText(event.target.value)} />}
    </Field>
  );
}

export function SelectField({ label, hint, error, onText, children, ...rest }: Text & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wired) => (
        <select {...rest} {...wired} onChange={(event) => onText(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}

/** Hidden unless asked; the switch's name does not repeat the field's. */
export function PasswordField({ label, hint, error, onText, ...rest }: Text & InputHTMLAttributes<HTMLInputElement>) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(wired) => (
        <div className={look['line']}>
          <input {...rest} {...wired} type={shown ? 'text' : 'password'} onChange={(event) => onText(event.target.value)} />
          <Button onClick={() => setShown(!shown)} aria-pressed={shown} style={{ whiteSpace: 'nowrap' }}>
            {shown ? common.hide : common.show}
          </Button>
        </div>
      )}
    </Field>
  );
}
