import type { Sql } from 'postgres';
import { insertRows } from './insert-rows.ts';

/** Somebody who can sign in by a mailed code. */
export interface Account {
  id: string;
  address: string;
}

/**
 * Creates accounts as a sign-in by code would have: confirmed, with an identity, without a password. Hosted Supabase
 * needs the instance and reads the token columns as text, so they are empty, not null.
 */
export async function insertAccounts(sql: Sql, accounts: Account[], at: Date): Promise<void> {
  const users = accounts.map(({ id, address }) => ({
    id,
    instance_id: '00000000-0000-0000-0000-000000000000',
    aud: 'authenticated',
    role: 'authenticated',
    email: address,
    encrypted_password: '',
    email_confirmed_at: at,
    raw_app_meta_data: { provider: 'email', providers: ['email'] },
    raw_user_meta_data: { sub: id, email: address, email_verified: true, phone_verified: false },
    confirmation_token: '',
    recovery_token: '',
    email_change: '',
    email_change_token_new: '',
    email_change_token_current: '',
    phone_change: '',
    phone_change_token: '',
    reauthentication_token: '',
    email_change_confirm_status: 0,
    is_sso_user: false,
    is_anonymous: false,
    created_at: at,
    updated_at: at,
  }));
  const identities = accounts.map(({ id, address }) => ({
    id: id.replace(/^./, 'e'),
    provider: 'email',
    provider_id: id,
    user_id: id,
    identity_data: { sub: id, email: address, email_verified: true, phone_verified: false },
    last_sign_in_at: at,
    created_at: at,
    updated_at: at,
  }));
  await insertRows(sql, 'auth.users', users);
  const [table] = await sql`select to_regclass('auth.identities') is not null as there`;
  if (table?.there) await insertRows(sql, 'auth.identities', identities);
}
