/** Lets the language picker lead to the same mentor and the same filters. Answers how to stop. */
export function keepAddress(): () => void {
  const keep = (event: Event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.languages a');
    if (link) link.href = link.pathname + location.search + location.hash;
  };
  addEventListener('click', keep);
  return () => removeEventListener('click', keep);
}
