import { useState } from 'preact/hooks';
import { chooseShape, savePicture, shapes } from '../../features/pictures/my-api.ts';
import { smallPhoto, type PhotoProblem } from '../../features/pictures/small-photo.ts';
import { number } from '../../i18n/format.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useVerb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { Finish } from './Finish.tsx';
import type { StepProps } from './Going.tsx';

interface Refused {
  problem: PhotoProblem;
  file: string;
  size: number;
}

/**
 * A photo, a drawn shape or the letter. A photo is kept at once; a shape only when one goes on: each arrow key chooses
 * another one, and none of them may cost a photo.
 */
export function PictureStep({ preparation, picture, next }: StepProps) {
  const say = useSay();
  const { name } = preparation.card;
  const [refused, setRefused] = useState<Refused | null>(null);
  const [shape, setShape] = useState<number | null>(null);
  const verb = useVerb();

  async function choosePhoto(input: HTMLInputElement) {
    const file = input.files?.[0];
    setRefused(null);
    if (!file) return;
    const small = await smallPhoto(file);
    // The same file may be chosen again.
    input.value = '';
    if ('problem' in small)
      setRefused({ ...small, file: file.name.slice(0, 60), size: Math.ceil(file.size / 1_000_000) });
    else if (await verb.run(() => savePicture(small.photo), 'ready.picture.saved')) setShape(null);
  }

  const words = refused && { file: refused.file, size: number(say.lang, refused.size) };
  const shown = shape === null ? picture : shape ? { shape } : null;
  const chosen = shown ? (shown.shape ?? -1) : 0;
  return (
    <>
      <p>{say('ready.picture.text')}</p>
      <div class="picture-now">
        <Avatar name={name} picture={shown} large />
        <div class={refused ? 'field wrong' : 'field'}>
          <label for="photo">{say('ready.picture.photo')}</label>
          <p class="hint" id="photo-hint">
            {say('ready.picture.photo.hint')}
          </p>
          {refused && words && (
            <p class="error" id="photo-error" role="alert">
              {say(`ready.picture.photo.${refused.problem}`, words)}
            </p>
          )}
          <input
            id="photo"
            type="file"
            accept="image/*"
            aria-describedby={refused ? 'photo-hint photo-error' : 'photo-hint'}
            aria-invalid={refused ? 'true' : undefined}
            onChange={(event) => void choosePhoto(event.currentTarget)}
          />
        </div>
      </div>
      {verb.refusal && (
        <p class="refusal" role="alert">
          {refusalWords(say, verb.refusal)}
        </p>
      )}
      <fieldset class="field">
        <legend>{say('ready.picture.shape')}</legend>
        <div class="shapes">
          {Array.from({ length: shapes + 1 }, (_, shape) => (
            <label key={shape}>
              <input
                type="radio"
                name="shape"
                value={shape}
                checked={chosen === shape}
                onChange={() => {
                  setRefused(null);
                  setShape(shape);
                }}
              />
              <Avatar name={name} picture={shape ? { shape } : null} />
              <span class="visually-hidden">
                {say(`ready.picture.shape.${shape}` as 'ready.picture.shape.0')}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p role="status">{shape !== null && picture?.photo && say('ready.picture.instead')}</p>
      <Finish
        preparation={preparation}
        step="picture"
        first={shape === null ? undefined : () => chooseShape(shape || null)}
        next={next}
      />
    </>
  );
}
