/** What can hide or reorder text: control characters but tab and newline, bidirectional overrides, half characters. */
const hidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u

export function findControlCharacter(text: string): string | null {
  return hidden.exec(text)?.[0] ?? null
}
