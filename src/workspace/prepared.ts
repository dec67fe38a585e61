import type { Pack } from '../criteria/pack.ts'
import type { Template } from '../record/template.ts'

// Sources run as they are, without what was made from older ones: `npm run build` puts a module of its own in the place of this.

/** Shipped packs by id, parsed when the program was built: parsing one takes longer than all the rest of a run. */
export const preparedPacks: ReadonlyMap<string, () => Promise<Pack>> = new Map()

/** The shipped templates by name, compiled when the program was built. */
export const preparedTemplates: ReadonlyMap<string, () => Promise<Template>> = new Map()
