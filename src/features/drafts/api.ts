import { keep } from '../../lib/api/client.ts';

/** Keeps what was typed in a form, for me only, for 90 days. Not a change any screen shows. */
export const saveDraft = (form: string, content: object) => keep('save_draft', { form, content });

export const dropDraft = (form: string) => keep('drop_draft', { form });
