import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, inject, it } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { readShippedPack, shippedPacks } from '../../src/workspace/packs.ts'

const prepared = path.join(path.dirname(inject('program')), 'packs')
const ids = await shippedPacks()

describe('the packs that come with Madrigal', () => {
  it.each(ids)('are prepared at build just as they are written: %s', async (id) => {
    const written = parsePack({ name: id, text: await readFile(`criteria/${id}.yaml`, 'utf8') })
    const { pack: value }: { readonly pack: unknown } = await import(
      /* @vite-ignore */ pathToFileURL(path.join(prepared, `${id}.mjs`)).href
    )
    expect({ ok: true, value }).toStrictEqual(written)
    // Sources read the text, which may be newer.
    expect(await readShippedPack(id)).toStrictEqual(written)
  })

  it('are all prepared, and nothing else is', async () => {
    expect((await readdir(prepared)).toSorted()).toEqual(ids.flatMap((id) => [`${id}.d.mts`, `${id}.mjs`]))
  })
})
