import { useStore } from '../../ui/useStore.ts';
import type { TargetedEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sieve } from '../../features/mentors/sieve.ts';
import { $sieve } from '../../features/mentors/store.ts';
import type { FieldGroup, Listed } from '../../features/names/model.ts';
import { topics } from '../../schemas/topics.ts';
import { useSay } from '../../ui/words.tsx';

export interface FilterLists {
  fields: FieldGroup[];
  /** Regions under their country. */
  regions: { label: string; regions: Listed[] }[];
  languages: Listed[];
}

interface Props {
  lists: FilterLists;
  choose: (sieve: Sieve, typing: boolean) => void;
}

/** Narrows the directory. Every change works at once; the words wait until the typing rests. */
export function Filters({ lists, choose }: Props) {
  const say = useSay();
  const sieve = useStore($sieve);
  // Her own until it is chosen elsewhere: the space she has just typed is no word yet.
  const words = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const field = words.current;
    if (field && field.value.trim() !== sieve.words) field.value = sieve.words;
  }, [sieve.words]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const set = (change: Partial<Sieve>) => choose({ ...$sieve.get(), ...change }, false);
  const type = ({ currentTarget: field }: TargetedEvent<HTMLInputElement>) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => choose({ ...$sieve.get(), words: field.value.trim() }, true), 350);
  };
  const chosen = [sieve.field, sieve.language, sieve.where, sieve.hours, ...sieve.offers].filter(
    Boolean,
  ).length;
  const [open, setOpen] = useState(false);
  // Beside the cards there is room for all of it; on a phone the cards come first. Nothing but a hand closes it.
  useEffect(() => {
    if (chosen > 0 || matchMedia('(min-width: 60rem)').matches) setOpen(true);
  }, [chosen > 0]);
  const option = ([value, label]: Listed) => <option value={value}>{label}</option>;
  const select = (name: 'field' | 'language' | 'where', any: string, options: unknown) => (
    <p class="filter">
      <label for={name}>{say(`directory.${name}`)}</label>
      <select id={name} value={sieve[name]} onChange={(event) => set({ [name]: event.currentTarget.value })}>
        <option value="">{any}</option>
        {options as never}
      </select>
    </p>
  );

  return (
    <form class="sieve" role="search" onSubmit={(event) => event.preventDefault()}>
      <p class="filter">
        <label for="words">{say('directory.words')}</label>
        <input id="words" type="search" maxLength={80} ref={words} onInput={type} />
      </p>
      <fieldset class="shelves">
        <legend class="visually-hidden">{say('directory.shelf')}</legend>
        {(['', 'favourite', 'hidden'] as const).map((shelf) => (
          <label key={shelf}>
            <input
              type="radio"
              name="shelf"
              checked={sieve.shelf === shelf}
              onChange={() => set({ shelf })}
            />
            <span>{say(`directory.shelf.${shelf || 'all'}`)}</span>
          </label>
        ))}
      </fieldset>
      <details open={open}>
        <summary>
          {chosen ? say('directory.filters-chosen', { count: chosen }) : say('directory.filters')}
        </summary>
        {select(
          'field',
          say('directory.field.any'),
          lists.fields.map(({ code, label, groups }) => (
            <optgroup key={code} label={label}>
              {option([code, say('directory.field.all', { field: label })])}
              {groups.map(option)}
            </optgroup>
          )),
        )}
        {select('language', say('directory.language.any'), lists.languages.map(option))}
        {select('where', say('directory.where.any'), [
          option(['online', say('directory.where.online')]),
          ...lists.regions.map(({ label, regions }) => (
            <optgroup label={label}>{regions.map(option)}</optgroup>
          )),
        ])}
        <p class="filter">
          <label for="hours">{say('directory.hours')}</label>
          <select
            id="hours"
            value={sieve.hours}
            onChange={(event) => set({ hours: Number(event.currentTarget.value) })}
          >
            {[0, 2, 4, 6, 8].map((hours) =>
              option([
                String(hours),
                hours ? say('directory.hours.least', { count: hours }) : say('directory.hours.any'),
              ]),
            )}
          </select>
        </p>
        <fieldset class="filter">
          <legend>{say('directory.offers')}</legend>
          {topics.map((topic) => (
            <label class="option" key={topic}>
              <input
                type="checkbox"
                checked={sieve.offers.includes(topic)}
                onChange={({ currentTarget: { checked } }) =>
                  set({
                    offers: topics.filter((one) => (one === topic ? checked : sieve.offers.includes(one))),
                  })
                }
              />
              <span>{say(`form.topic.${topic}`)}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </form>
  );
}
