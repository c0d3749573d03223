/** A stone with the first letter of a name; shape and colour come from the name, so that it is always the same. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  const letter = [...name.trim()][0] ?? '·';
  return (
    <span class={`avatar tint-${sum % 5} shape-${sum % 3}${large ? ' large' : ''}`} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
