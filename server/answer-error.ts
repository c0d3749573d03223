import { inspect } from 'node:util';
import { RelationNotFoundError } from '@supabase/lite';

interface PostgresError {
  code: string;
  message: string;
  detail?: string;
  hint?: string;
}

/** Statuses as PostgREST answers them, by SQLSTATE or its first two letters. What is not here is ours to look at. */
const statuses: Record<string, number> = {
  P0001: 400,
  '21': 400,
  '22': 400,
  '23': 400,
  '23503': 409,
  '23505': 409,
  '40': 409,
  '42703': 400,
  '53': 503,
  '57': 503,
  '55P03': 503,
};

/**
 * Turns a database error into the one PostgREST would answer with: a refusal keeps its key, parameters and hint;
 * of everything else no value, no statement and no detail leaves the server.
 * @returns for errors of Postgres, an error the backend passes on as it is; others unchanged
 */
export function answerError(error: unknown): unknown {
  if (error instanceof RelationNotFoundError) return quiet(error, '404 no such table');
  if (!isPostgresError(error)) return error;
  const { code, message } = error;
  if (code === '42501') return quiet({ code, message: 'permission denied' });
  const status = statuses[code] ?? statuses[code.slice(0, 2)];
  if (!status) {
    console.error(`Unexpected database error ${code}: ${message}`);
    return passOn(500, { code, message: 'unexpected', details: null, hint: null });
  }
  const refusal = code === 'P0001';
  // A value that does not fit is quoted in Postgres' message; the code says enough.
  const said = refusal ? message : (/constraint "[^"]+"/.exec(message)?.[0] ?? 'invalid');
  return passOn(status, {
    code,
    message: said,
    details: (refusal && error.detail) || null,
    hint: (refusal && error.hint) || null,
  });
}

function isPostgresError(error: unknown): error is PostgresError {
  const code = (error as PostgresError | null)?.code;
  return (
    typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('PGRST') && code !== 'PGRST'
  );
}

/** `RAISE SQLSTATE 'PGRST'` is PostgREST's way to name status and body of an answer. */
function passOn(status: number, body: object) {
  const { code, message } = body as { code: string; message: string };
  const answer = { message: JSON.stringify(body), detail: JSON.stringify({ status, headers: {} }) };
  return quiet({ code: 'PGRST', ...answer }, `${status} ${code} ${message}`);
}

/** The backend prints what it answers; a line without anybody's data is enough. */
function quiet<T extends object>(error: T, line = 'permission denied'): T {
  return Object.assign(error, { [inspect.custom]: () => `refused: ${line}` });
}
