/** A mail in words, ready to be sent as plain text. */
export interface RenderedMail {
  subject: string;
  text: string;
}

/**
 * Puts the parameters into a mail's words (front matter with `subject`, then the body with `{placeholders}`).
 * A line whose parameter is empty is left out; `{name?}` only asks for one, and shows nothing itself.
 * @param source the file's text
 * @param file its name, for the message
 * @param always parameters every mail may use and none has to, such as the link to one's page
 * @throws where a placeholder has no parameter, or a parameter has no placeholder
 */
export function fillMail(
  source: string,
  file: string,
  params: Record<string, string | number>,
  always: Record<string, string> = {},
): RenderedMail {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n')) ?? [];
  const subject = /^subject: (.+)$/m.exec(head ?? '')?.[1];
  if (!subject || !body?.trim()) throw new Error(`${file} needs front matter with a subject, and a body.`);
  const known: Record<string, string | number> = { ...always, ...params };
  const unused = new Set(Object.keys(params));
  const fill = (text: string) =>
    text.replace(/\{(\w+)(\??)\}/g, (_, name: string, asks: string) => {
      const value = known[name];
      if (value === undefined) throw new Error(`${file} asks for {${name}}, which this mail does not have.`);
      unused.delete(name);
      return asks ? '' : String(value);
    });
  const isSaid = (line: string) =>
    ![...line.matchAll(/\{(\w+)\??\}/g)].some(([, name = '']) => known[name] === '');
  const lines = body.split('\n').map((line) => (fill(line), isSaid(line) ? fill(line) : ''));
  const text = `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
  // A subject is one line, whatever a person wrote into a name.
  const mail = { subject: fill(subject).replace(/\s+/g, ' ').trim(), text };
  if (unused.size) throw new Error(`${file} does not use {${[...unused].join('}, {')}}.`);
  return mail;
}
