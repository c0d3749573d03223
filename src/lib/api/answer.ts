/** Why something was not done: a key that has words (`refusal.<key>`), and what the words need. */
export class Refusal extends Error {
  readonly key: string;
  readonly params: Record<string, string | number>;
  constructor(key: string, params: Record<string, string | number> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

interface Failure {
  message?: string | undefined;
  code?: string | number | undefined;
  name?: string | undefined;
  status?: number | undefined;
}

const byCode: Record<string, string> = {
  '23502': 'something_missing',
  '22003': 'input_unsound',
  '22P02': 'input_unsound',
  '22007': 'input_unsound',
  '22008': 'input_unsound',
  PGRST202: 'input_unsound',
  PGRST301: 'session_over',
  PGRST303: 'session_over',
};

/**
 * Any failure of the backend as a refusal. PostgREST says a refusal's key as the message (P0001), the embedded backend
 * as its end (`PostgresError: mentor_full`); a broken constraint is named in the message of both.
 */
export function refusalOf(failure: Failure, status = failure.status ?? 0): Refusal {
  const message = failure.message ?? '';
  const code = String(failure.code ?? '');
  const constraint = /constraint "(\w+)"/.exec(message)?.[1];
  if (constraint) return new Refusal(constraint);
  if (byCode[code]) return new Refusal(byCode[code]);
  if (status === 401 || /jwt expired|invalid jwt/i.test(message)) return new Refusal('session_over');
  if (status === 413) return new Refusal('too_large');
  if (code === 'P0001' || code === 'SUP') {
    const key = /([a-z]+(?:_[a-z]+)+)$/.exec(message)?.[1];
    if (key) return new Refusal(key);
  }
  if (status === 0 && /fetch|network|load failed|abort|time/i.test(`${failure.name} ${message}`)) {
    return new Refusal('offline');
  }
  return new Refusal('something_failed');
}
