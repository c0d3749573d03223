/** The link that calls a number, however it is written. */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** The link to a contact: a mail address, or else a number. */
export const contactHref = (contact: string): string =>
  contact.includes('@') ? `mailto:${contact}` : telHref(contact);
