import type { Sql } from 'postgres';

/** Knows which sessions have not been signed out. */
export interface LiveSessions {
  /** False only for the token of a session that was ended; whether a token is genuine is asked elsewhere. */
  allows: (authorization: string | undefined) => Promise<boolean>;
  /** To be called whenever somebody signed out. */
  forget: () => void;
}

/**
 * An access token is good for an hour whatever happens; this makes signing out end it at once. Sessions end through
 * this process only, so what was seen living needs no second look until somebody signs out.
 */
export function liveSessions(sql: Sql): LiveSessions {
  const living = new Set<string>();
  let endings = 0;
  return {
    async allows(authorization) {
      const session = sessionOf(authorization);
      if (!session || living.has(session)) return true;
      const since = endings;
      const [found] = await sql`select from auth.sessions where id = ${session}`;
      if (!found) return false;
      if (living.size > 50_000) living.clear();
      // Somebody signing out during the question may have been this one.
      if (since === endings) living.add(session);
      return true;
    },
    forget() {
      endings++;
      living.clear();
    },
  };
}

/** The session a token says it belongs to; null for whoever shows none. */
export function sessionOf(authorization = ''): string | null {
  const payload = /^Bearer [^.]+\.([^.]+)\./.exec(authorization)?.[1];
  try {
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as { session_id?: unknown };
    const id = claims.session_id;
    return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id : null;
  } catch {
    return null;
  }
}
