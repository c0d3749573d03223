/** What somebody wrote, as it was written; nothing where nothing was. */
export function Quote({ label, text }: { label: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <figure class="quote">
      <figcaption>{label}</figcaption>
      <blockquote dir="auto">{text}</blockquote>
    </figure>
  );
}
