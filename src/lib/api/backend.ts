/** Where the backend answers: the page's own origin, or the hosted project the build names. */
export function backend(path: 'auth/v1' | 'rest/v1'): string {
  return `${import.meta.env.PUBLIC_SUPABASE_URL ?? location.origin}/${path}`;
}

/** Says which project, not who. Our own server puts its key in itself; a hosted project wants the public one. */
export const publicKey: string = import.meta.env.PUBLIC_SUPABASE_KEY ?? 'own-origin';
