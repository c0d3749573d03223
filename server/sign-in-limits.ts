/** How sign-in is limited. `supabase/config.toml` says the same to a hosted Supabase, as far as it can. */
export interface SignInLimits {
  /** Seconds a code and its link live. */
  life: number;
  tries: number;
  /** Seconds between two mails to one address. */
  pause: number;
  mailsPerHour: number;
  /** Mails one sender may cause in an hour. */
  mailsPerSender: number;
  /** Codes and links one sender may try in five minutes. */
  triesPerSender: number;
  /** Renewals of a session one sender may ask for in five minutes. */
  renewalsPerSender: number;
  /** Calls without a session, such as a partner's, one sender may make in five minutes. */
  visitsPerSender: number;
  /**
   * Questions one sender may ask us in a day; a library has one address for all who sit there. Far fewer than the database
   * takes in all (`ask_us`): nobody can use up everybody's.
   */
  questionsPerSender: number;
  /** Barriers one sender may tell of in a day; as above (`tell_barrier`). */
  barriersPerSender: number;
}

export const signInLimits: SignInLimits = {
  life: 600,
  tries: 5,
  pause: 60,
  mailsPerHour: 5,
  mailsPerSender: 30,
  triesPerSender: 30,
  renewalsPerSender: 150,
  visitsPerSender: 100,
  questionsPerSender: 10,
  barriersPerSender: 20,
};

/** Counts per sender in a sliding window, in memory: a restart forgives, which the limits per address do not. */
export function perSender(
  most: number,
  seconds: number,
  now: () => number = Date.now,
): (sender: string) => boolean {
  const seen = new Map<string, number[]>();
  return (sender) => {
    const since = now() - seconds * 1000;
    if (seen.size > 10_000)
      for (const [key, times] of seen) if ((times.at(-1) ?? 0) < since) seen.delete(key);
    const times = (seen.get(sender) ?? []).filter((time) => time > since);
    if (times.length >= most) return false;
    seen.set(sender, [...times, now()]);
    return true;
  };
}
