/** Characters that turn the text after them around, and hide how something is written: nobody needs them in a name. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
/** Letters of Hebrew, Arabic and the other scripts that are written from right to left. */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Words as everybody sees them who reads on: nothing in them turns around what comes after. */
export const withoutTurning = (words: string): string => words.replace(turning, '');

/**
 * A person's own words as they stand inside a sentence of ours: they keep their direction, and the sentence keeps its own.
 * In a page's own elements `dir="auto"` or `<bdi>` does the same.
 */
export function inSentence(words: string): string {
  const plain = withoutTurning(words);
  // Words of several lines stand by themselves, and each line finds its own direction.
  return fromTheRight.test(plain) && !plain.includes('\n') ? `\u2068${plain}\u2069` : plain;
}

/** Whether there is anything to see: a name of nothing but invisible characters is none. */
export const isVisible = (words: string): boolean => /[^\s\p{C}\p{M}\u115f\u1160\u3164\uffa0]/u.test(words);
