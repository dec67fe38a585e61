/** The ids of the sources that a record cites, and of those whose links it defines, each as often as it stands there. */
export interface RecordSources {
  readonly cited: readonly string[]
  readonly listed: readonly string[]
}

const definition = /^ {0,3}\[([^\]]+)\]: /gm

/** Reads back where a record's claims stand. Links in a person's own sentences that name their address are no citations. */
export function sourcesIn(record: string): RecordSources {
  const idsBy = (pattern: RegExp): readonly string[] => [...record.matchAll(pattern)].map(([, id = '']) => id)
  return { cited: idsBy(/\]\[([^\]]+)\]/g), listed: idsBy(definition) }
}
