/** What running an import answers. */
export interface Ran {
  import: string;
  /** These rows had been brought in before; this is that import. */
  again: boolean;
  made: number;
  known: number;
}

/** What taking one back answers: how many went, and who stays, and why. */
export interface Undone {
  undone: number;
  stay: { row: number; name: string; why: 'signed-in' | 'going-on' | 'changed' }[];
}
