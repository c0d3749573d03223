import { act, read, visit } from '../../lib/api/client.ts';
import type { MyNewsletter } from './rows.ts';

/** Yes or no to newsletters by mail. @throws Refusal `not_in_a_programme` */
export const chooseNewsletters = (wants: boolean) => act('choose_newsletters', { wants });

/** The no of whoever has the link of a mail, said as a visitor. @throws Refusal `newsletter_link_unknown` */
export const stopNewsletters = (secret: string) => visit('stop_newsletters', { secret });

/** What was sent to people like me, in this language where it was written. @throws Refusal */
export const readMyNewsletters = (locale: string) =>
  read<{ count: number; items: MyNewsletter[] }>('my_newsletters', { locale });
