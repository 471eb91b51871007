// Knows how a thing to press looks and when it can't be pressed; not what it does.
import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react';
import look from './Button.module.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** `primary` is for the one next act of a screen. */
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'small' | 'normal' | 'large';
  readonly wide?: boolean;
  /** Under way: stays in focus, takes no second press. */
  readonly busy?: boolean;
  /** A sentence why it can't be pressed now: it stays reachable by keyboard, so that the reason can be heard. */
  readonly unavailable?: string | undefined;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** The classes of a button, for links that look like one. */
export function buttonLook({ kind = 'plain', size = 'normal', wide = false }: Pick<ButtonProps, 'kind' | 'size' | 'wide'> = {}): string {
  return [look['button'], kind === 'plain' ? '' : look[kind], size === 'normal' ? '' : look[size], wide ? look['wide'] : '']
    .filter(Boolean)
    .join(' ');
}

export function Button({
  kind,
  size,
  wide,
  busy = false,
  unavailable,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const reason = useId();
  const still = busy || unavailable !== undefined;
  const classes = buttonLook({ ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) });
  return (
    <>
      <button
        {...rest}
        type={type}
        className={className ? `${classes} ${className}` : classes}
        aria-busy={busy || undefined}
        aria-disabled={still || undefined}
        aria-describedby={unavailable === undefined ? rest['aria-describedby'] : reason}
        title={unavailable ?? rest.title}
        onClick={(event) => {
          if (still) event.preventDefault();
          else onClick?.(event);
        }}
      >
        {children}
        {busy && (
          <span className={look['dots']} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        )}
      </button>
      {unavailable !== undefined && (
        <span id={reason} hidden>
          {unavailable}
        </span>
      )}
    </>
  );
}
