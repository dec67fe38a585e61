/** `` - It is an HTTP API. (`work`, `services/a/adr-profile.yaml:10`) `` */
const factWithPlace = /^- .* \(`[^`]+`, (`+) ?(.+):\d+ ?\1\)$/m

/** The profile that the facts of an evidence stand in, relative to the repository; null where no fact was answered in it. */
export const profileNamed = (evidence: string): string | null => factWithPlace.exec(evidence)?.[2] ?? null
