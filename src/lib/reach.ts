/** The link that calls a number, however it is written. */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** The link to a contact: a mail address, or else a number. */
export const contactHref = (contact: string): string =>
  contact.includes('@') ? `mailto:${contact}` : telHref(contact);

const address = /https?:\/\/[^\s<>"]+|[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:"]+/g;

/** A piece of a text; with `href` where it is the address of a page or of a mailbox. */
export interface Piece {
  text: string;
  href?: string;
}

/** A text in pieces, so that the addresses in it can be links. What ends the sentence belongs to no address. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const said = withoutEnd(found);
    const href = said.startsWith('http') ? said : contactHref(said);
    if (!URL.canParse(href)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: said, href });
    from = index + said.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** A closing bracket belongs to the address only if it was opened in it. */
function withoutEnd(found: string): string {
  const bare = found.replace(/[.,;:!?'’”»]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? withoutEnd(bare.slice(0, -1)) : bare;
}
