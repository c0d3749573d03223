import { Refusal } from './answer.ts';

interface AuthFailure {
  code?: string | undefined;
  message: string;
  name: string;
  status?: number | undefined;
}

/** What a hosted Supabase says, in the words of our own guard. */
const hosted: Record<string, string> = {
  otp_expired: 'code_wrong_or_old',
  over_email_send_rate_limit: 'too_soon',
  over_request_rate_limit: 'too_many',
  email_address_invalid: 'address_invalid',
  validation_failed: 'address_invalid',
};
const ours = [
  'code_wrong',
  'code_used',
  'code_old',
  'code_void',
  'code_malformed',
  'too_soon',
  'too_many',
  'address_invalid',
];

/** A failed sign-in as a refusal; `count` is the tries that are left, `seconds` how long to wait. */
export function signInRefusal(failure: AuthFailure): Refusal {
  const number = Number(/(\d+)\D*$/.exec(failure.message)?.[1] ?? 60);
  const key = hosted[failure.code ?? ''] ?? failure.code ?? '';
  if (ours.includes(key))
    return new Refusal(key, { count: number, seconds: number, minutes: Math.ceil(number / 60) });
  if (key === 'code_wrong_or_old') return new Refusal(key);
  return new Refusal(failure.name === 'AuthRetryableFetchError' ? 'offline' : 'something_failed');
}
