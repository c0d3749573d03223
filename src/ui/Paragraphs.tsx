import { piecesOf } from '../lib/reach.ts';

/** What somebody wrote, in paragraphs, with its addresses as links. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, nr) => (
          <p key={nr} class="written" dir="auto">
            {piecesOf(paragraph).map(({ text: said, href }, at) =>
              href ? (
                <a key={at} href={href} rel="noreferrer">
                  {said}
                </a>
              ) : (
                said
              ),
            )}
          </p>
        ))}
    </>
  );
}
