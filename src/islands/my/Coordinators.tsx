import type { MyPage } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  coordinators: MyPage['coordinators'];
  /** Names of programmes by key: they are said where I am in more than one. */
  titles: Record<string, string>;
}

/** Whom to turn to, by name and address. The subject of the mail says nothing of anybody. */
export function Coordinators({ coordinators, titles }: Props) {
  const say = useSay();
  const one = coordinators.every(({ programme }) => programme === coordinators[0]?.programme);
  return (
    <section class="coordinators" id="coordinator">
      <h2>{say('my.coordinator', { count: Math.max(coordinators.length, 1) })}</h2>
      {coordinators.length === 0 ? (
        <p>
          {say('my.coordinator.none')} <a href={path(say.lang, 'contact')}>{say('my.coordinator.us')}</a>
        </p>
      ) : (
        <>
          <ul class="plain">
            {coordinators.map(({ programme, name, address }) => (
              <li class="who" key={programme + address}>
                <Avatar name={name} />
                <p>
                  <bdi>{name}</bdi>
                  {!one && <span class="soft"> · {titles[programme]}</span>}
                  <br />
                  <a href={`mailto:${address}?subject=Fotfeste`}>
                    {address.split('@')[0]}@<wbr />
                    {address.split('@')[1]}
                  </a>
                </p>
              </li>
            ))}
          </ul>
          <p>{say('my.coordinator.text')}</p>
        </>
      )}
    </section>
  );
}
