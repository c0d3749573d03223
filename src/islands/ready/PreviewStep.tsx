import { path } from '../../lib/urls.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useSay } from '../../ui/words.tsx';
import { fieldName, useNames } from '../fit/names.tsx';
import { Face } from '../mentors/Face.tsx';
import { AboutMentee } from '../requests/AboutMentee.tsx';
import { Finish } from './Finish.tsx';
import type { StepProps } from './Going.tsx';

/** My card, drawn by what draws it for others. */
export function PreviewStep({ preparation, picture, next }: StepProps) {
  const say = useSay();
  const names = useNames();
  const { part, card } = preparation;
  return (
    <>
      <p>{say(`ready.preview.text.${part}`)}</p>
      <article class="card preview-card">
        {preparation.part === 'mentor' ? (
          <Face card={preparation.card} portrait={<Avatar name={card.name} picture={picture} large />} />
        ) : (
          <>
            <div class="who">
              <Avatar name={card.name} picture={picture} />
              <div>
                <h3>
                  <bdi>{card.name}</bdi>
                </h3>
                <p>{card.specialism ?? fieldName(names, card.field)}</p>
              </div>
            </div>
            <AboutMentee card={preparation.card} />
          </>
        )}
      </article>
      <p>
        <a href={path(say.lang, 'my', part)}>{say('ready.preview.change')}</a>
      </p>
      <Finish preparation={preparation} step="preview" label="ready.preview.fine" next={next} />
    </>
  );
}
