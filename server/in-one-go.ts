import type { Sql } from 'postgres';

/** What a call begins with: the transaction, and who is calling. It answers nothing worth waiting for. */
const opening = /^(begin$|select set_config\()/i;

/** Different statements a connection keeps prepared: far more than the screens have, far fewer than a stranger could think up. */
const most = 400;

/**
 * The library opens each call with a dozen short statements, has each read anew and waits for every answer: two thirds
 * of a screen's time. Here they go out together with what follows them, over the same connection and in their order, and
 * what comes again stays prepared. Should one of them fail, the transaction has failed, and what follows is refused with
 * the first error.
 */
export function inOneGo(driver: Sql): void {
  const known = new Set<string>();
  const prepares = (statement: string) =>
    known.has(statement) || (known.size < most && known.add(statement).has(statement));
  const reserve = driver.reserve.bind(driver);
  driver.reserve = async () => {
    const connection = await reserve();
    const send = connection.unsafe.bind(connection);
    let ahead: Promise<unknown>[] = [];
    const unsafe = async (statement: string, values?: never[]) => {
      const sent = send(statement, values, { prepare: prepares(statement) });
      if (opening.test(statement)) {
        const going = sent.then(() => {});
        going.catch(() => {});
        ahead.push(going);
        return [];
      }
      const before = ahead;
      ahead = [];
      return (await Promise.all([...before, sent])).at(-1);
    };
    return Object.assign(connection, { unsafe });
  };
}
