import { it } from 'vitest'
import { walkGuide } from '../support/walk-guide.ts'

it('docs/packs.md is what happens with a first pack', async () =>
  walkGuide(new URL('../../docs/packs.md', import.meta.url), {
    'README.md': '# Photo wall\n\nShows the photographs of a wedding to its guests.\n',
  }))
