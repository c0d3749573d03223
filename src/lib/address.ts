/** What an address must look like to be worth a mail; whether it exists only the mail can tell. */
export function looksLikeAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/.test(text.trim());
}
