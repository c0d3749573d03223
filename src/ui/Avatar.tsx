import type { Picture } from '../lib/api/rows.ts';

interface Props {
  name: string;
  /** What she has chosen to show; without it a stone with her first letter. */
  picture?: Picture | null | undefined;
  large?: boolean;
}

/** Her photo, the shape she chose, or a stone with the first letter of her name, whose look comes from the name. */
export function Avatar({ name, picture, large = false }: Props) {
  const size = large ? ' large' : '';
  if (picture) {
    const src = picture.photo ? `data:image/jpeg;base64,${picture.photo}` : `/shapes/${picture.shape}.svg`;
    return <img class={`avatar pictured${size}`} src={src} alt="" width="96" height="96" decoding="async" />;
  }
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  const letter = /\p{L}|\p{N}/u.exec(name)?.[0] ?? '·';
  return (
    <span class={`avatar tint-${sum % 5} shape-${sum % 3}${size}`} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
