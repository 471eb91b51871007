// Knows what a password must be at least; the server knows the rest.
import { passwordWords } from '../words/zh/sign-in.ts';

/** What is wrong with a new password, or undefined. */
export function passwordError(password: string, account: string): string | undefined {
  if (password.length < 8) return passwordWords.tooShort;
  if (password.length > 128) return passwordWords.tooLong;
  if (password.toLowerCase() === account.toLowerCase()) return passwordWords.isAccount;
  return undefined;
}
