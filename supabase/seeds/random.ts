/** Chance that comes out the same every time: one seed, one world. */
export interface Dice {
  /** From 0 up to, but not including, 1. */
  roll: () => number;
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** Picks early items more often than late ones. */
  pickEarly: <T>(list: readonly T[]) => T;
  /** Some of a list, each once, in random order. */
  some: <T>(list: readonly T[], count: number) => T[];
  uuid: () => string;
}

/** @param seed any whole number; mulberry32 does the rest */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1));
  const at = <T>(list: readonly T[], index: number): T => {
    if (list.length === 0) throw new Error('Nothing to pick from.');
    return list[Math.min(index, list.length - 1)] as T;
  };
  const some = <T>(list: readonly T[], count: number) => {
    const rest = [...list];
    return Array.from(
      { length: Math.min(count, rest.length) },
      () => rest.splice(int(0, rest.length - 1), 1)[0] as T,
    );
  };
  const hex = (digits: number) =>
    Math.floor(roll() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    roll,
    int,
    chance: (share) => roll() < share,
    pick: (list) => at(list, int(0, list.length - 1)),
    pickEarly: (list) => at(list, Math.floor(roll() ** 1.7 * list.length)),
    some,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`,
  };
}
