/** Why a mail did not leave or a job was not done, without an address or a word of anybody. */
export function reasonOf(error: unknown): string {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  if (responseCode) return `smtp ${responseCode}`;
  if (code) return code;
  // The words of a mail are ours: the message names the file to repair.
  return message?.startsWith('src/content/mails/') ? message : 'unexpected';
}
