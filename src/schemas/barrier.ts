/** What stands in people's way and where, the same as in `29_barriers.sql`. */
export const barrierKinds = ['no-answer', 'asked-about-me', 'degree', 'language', 'pay', 'other'] as const;
export const barrierStages = ['application', 'interview', 'workplace', 'office'] as const;
export const barrierCountries = ['NO', 'DK', 'SE', 'FI'] as const;
