/**
 * Stands where the backend would send its own sign-in mail. The guard has checked its own code by then, and only
 * needs the backend's token, which goes nowhere else.
 */
export class AuthMailCatcher {
  #waiting = new Map<string, (token: string) => void>();

  /** The next token the backend makes for this address, while `ask` makes it do so. */
  async tokenFor(address: string, ask: () => Promise<Response>): Promise<string> {
    if (this.#waiting.has(address)) throw new Error('A sign-in of this address is under way.');
    let token: string | undefined;
    this.#waiting.set(address, (made) => (token = made));
    try {
      const answer = await ask();
      if (!token) throw new Error(`The backend made no sign-in token (status ${answer.status}).`);
      return token;
    } finally {
      this.#waiting.delete(address);
    }
  }

  /** Called by the backend in place of sending. */
  async send({ to, text }: { to: string; text?: string }): Promise<void> {
    const token = /[?&]token=([^&\s]+)/.exec(text ?? '')?.[1];
    if (token) this.#waiting.get(to)?.(decodeURIComponent(token));
  }
}
