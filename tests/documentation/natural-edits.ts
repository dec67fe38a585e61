/** What people do to a record, in the MADR form, of the example `network-service`, by what they would call it. */
export const naturalEdits: Readonly<Record<string, (text: string) => string>> = {
  'a paragraph below the title': (text) => after(text, /^# .*$/m, '\n\nHANDS wrote this.'),
  'a paragraph below Context': (text) =>
    after(text, /^## Context and Problem Statement$/m, '\n\nHANDS wrote this.'),
  'a paragraph after the summary': (text) =>
    after(text, /^It keeps connections.*$/m, '\n\nHANDS wrote this.'),
  'a sentence at the end of the summary': (text) =>
    after(text, /^It keeps connections.*$/m, '\nHANDS wrote this.'),
  'a paragraph below Considered Options': (text) =>
    after(text, /^## Considered Options$/m, '\n\nHANDS wrote this.'),
  'a third option': (text) => after(text, /^- Go$/m, '\n- Rust, by HANDS'),
  'a paragraph below Decision Outcome': (text) =>
    after(text, /^## Decision Outcome$/m, '\n\nHANDS wrote this.'),
  'a paragraph below the decision': (text) => after(text, /^Chosen option.*$/m, '\n\nHANDS wrote this.'),
  'a paragraph below Why': (text) => after(text, /^### Why$/m, '\n\nHANDS wrote this.'),
  'a reason of their own': (text) =>
    before(text, /^### What argues against it$/m, '- **HANDS.**\n  They know it.\n\n'),
  'a bullet among the consequences': (text) =>
    before(text, /^- Bad, because a dependency.*$/m, '- Good, because HANDS know it.\n'),
  'a bullet after the consequences': (text) =>
    before(text, /\n### What would change/m, '- Bad, because HANDS are few.\n'),
  'a reworded consequence': (text) =>
    text.replace('goroutines leak, pile up and race', 'goroutines leak and race in HANDS'),
  'a deleted consequence': (text) => text.replace(/^- Bad, because a dependency.*\n/m, ''),
  'consequences in another order': (text) => text.replace(/^(- Good.*\n)(- Bad.*\n)/m, '$2$1'),
  'a deleted reason': (text) => text.replace(/^- \*\*Estate[^]*?\n\n/m, ''),
  'a deleted table': (text) => text.replace(/^\|.*\n(?:\|.*\n)+\n/m, ''),
  'a deleted section': (text) => text.replace(/### What would change[^]*?(?=### Conf)/m, ''),
  'a deleted Confirmation': (text) => text.replace(/### Confirmation[^]*?(?=## More)/m, ''),
  'a confirmation of their own': (text) =>
    after(text, /^`madrigal check` fails.*$/m, '\n\nHANDS look at the load test.'),
  'a section of their own in the middle': (text) =>
    before(text, /^## Decision Outcome$/m, '## Risks\n\nHANDS see none.\n\n'),
  'a section of their own at the end': (text) => `${text}\n## Notes\n\nHANDS wrote this.\n`,
  'a section of their own after the consequences': (text) =>
    before(text, /^### What would change.*$/m, '### Costs\n\nHANDS cost little.\n\n'),
  'a decider': (text) => text.replace('Alan Turing]', 'Alan Turing, HANDS]'),
  'a tag': (text) => after(text, /^status: .*$/m, '\ntags: [HANDS]'),
  'a link': (text) =>
    after(text, /^Judged against.*\n\[Evidence.*$/m, '\n\nSee [HANDS](https://example.org/).'),
  'a link in a sentence of the machine': (text) =>
    text.replace('existing Go services.', '[existing Go services](https://example.org/HANDS).'),
  'a typo in the summary': (text) => text.replace('sheds load when', 'sheds load if HANDS say'),
  'lists made tight': (text) => text.replaceAll(/\n\n(?=- \*\*)/g, '\n'),
  'a formatter run over it': (text) =>
    text
      .replaceAll(/^- /gm, '* ')
      .replaceAll(/^\| -.*$/gm, '| --- | --- | --- | --- |')
      .replaceAll(/ {2,}\|/g, ' |'),
  'lines wrapped': (text) =>
    text.replaceAll(/^(?![|[>]).{90,}$/gm, (line) => line.replaceAll(/(.{50,80}) /g, '$1\n  ')),
  'a reworded title': (text) => text.replace(/^# .*$/m, '# Go for HANDS'),
  'a comment on top': (text) => `<!-- HANDS -->\n${text}`,
  'accepted by hand': (text) => text.replace('status: proposed', 'status: accepted'),
}

function after(text: string, place: RegExp, added: string): string {
  return text.replace(place, (found) => found + added)
}

function before(text: string, place: RegExp, added: string): string {
  return text.replace(place, (found) => added + found)
}
