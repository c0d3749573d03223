import { parse } from 'yaml';

/** A mail in words, ready to be sent as plain text. */
export interface RenderedMail {
  subject: string;
  text: string;
}

/**
 * Puts the parameters into a mail's words (front matter with `subject`, then the body with `{placeholders}`).
 * A paragraph about something that is empty, such as a next mentor where there is none, is left out.
 * @param source the file's text
 * @param file its name, for the message
 * @param always parameters every mail may use and none has to, such as the site's address
 * @throws where a placeholder has no parameter, or a parameter has no placeholder
 */
export function fillMail(
  source: string,
  file: string,
  params: Record<string, string | number>,
  always: Record<string, string> = {},
): RenderedMail {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n')) ?? [];
  const subject = head === undefined ? undefined : (parse(head) as { subject?: unknown }).subject;
  if (typeof subject !== 'string' || !body?.trim())
    throw new Error(`${file} needs front matter with a subject, and a body.`);
  const known: Record<string, string | number> = { ...always, ...params };
  const unused = new Set(Object.keys(params));
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = known[name];
      if (value === undefined) throw new Error(`${file} asks for {${name}}, which this mail does not have.`);
      unused.delete(name);
      return String(value);
    });
  const paragraphs = body.split(/\n{2,}/).filter((text) => {
    const empty = [...text.matchAll(/\{(\w+)\}/g)]
      .map(([, name]) => name!)
      .filter((name) => known[name] === '');
    for (const name of empty) unused.delete(name);
    return empty.length === 0;
  });
  // A subject is one line, whatever a person wrote into a name.
  const mail = {
    subject: fill(subject).replace(/\s+/g, ' ').trim(),
    text: `${fill(paragraphs.join('\n\n')).trim()}\n`,
  };
  if (unused.size) throw new Error(`${file} does not use {${[...unused].join('}, {')}}.`);
  return mail;
}
