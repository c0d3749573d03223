import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import type { Sql } from 'postgres';
import { answerError } from './answer-error.ts';
import { AuthMailCatcher } from './auth-mail-catcher.ts';
import { timezone } from './database.ts';
import { inOneGo } from './in-one-go.ts';
import type { Secrets } from './secrets.ts';

/** Supabase's small server on our database: answers `/auth/v1` and `/rest/v1`. */
export interface Backend {
  fetch: (request: Request) => Promise<Response>;
  /** Catches the mails of its sign-in; ours are written by the guard. */
  caught: AuthMailCatcher;
  close: () => Promise<void>;
}

/** Lifetimes and limits; `supabase/config.toml` says the same to a hosted Supabase. */
const auth = {
  enabled: true,
  jwt_expiry: 3600,
  enable_refresh_token_rotation: true,
  sessions: { timebox: '720h', inactivity_timeout: '168h' },
  email: { otp_length: 8, otp_expiry: 600 },
};

/** Makes the tables of `auth` and the functions policies ask (`auth.uid()`). Runs as often as wanted. */
export async function ensureAuthSchema(url: string): Promise<void> {
  const connection = createPostgresConnection({ url, postgresOptions: { max: 1, onnotice: () => {} } });
  const app = new App({
    connection,
    auth: { ...auth, jwt_secret: 'only to make tables' },
    storage: { enabled: false },
  });
  await app.init();
  await app.ensureSystemSchema();
  await connection.close();
}

/** The library hands jsonb arguments over as text already; its driver would write that text as a JSON string. */
const asWritten = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Starts answering. The database is migrated already, because the list of its functions is read once, here. */
export async function startBackend(url: string, secrets: Secrets, siteUrl: string): Promise<Backend> {
  const caught = new AuthMailCatcher();
  const connection = createPostgresConnection({
    url,
    // It would ask for UTC; the database's own days are those of the people.
    postgresOptions: { max: 20, onnotice: () => {}, connection: { TimeZone: timezone } },
  });
  const driver = connection.driver as Sql;
  inOneGo(driver);
  const { serializers } = driver.options;
  serializers[3802] = serializers[114] = asWritten;
  // Left alone, the library grants every table to visitors at its first request, and column grants would be void.
  Object.assign(connection, { rlsState: 'active' });
  connection.normalizeDbError = answerError;
  const app = new App({
    connection,
    auth: {
      ...auth,
      jwt_secret: secrets.jwt,
      site_url: siteUrl,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
    },
    api: { schemas: ['public'], max_rows: 1000 },
    storage: { enabled: false },
    studio: { enabled: false },
    options: {
      drivers: { email: caught },
      server: { disableStudio: true, disableFallback: true, admin: false },
    },
  });
  await app.init();
  await connection.introspect({ useCache: true });
  // The library would wait for ever for a call whose caller has gone.
  const close = () => driver.end({ timeout: 2 });
  return { fetch: async (request) => app.fetch(request), caught, close };
}
