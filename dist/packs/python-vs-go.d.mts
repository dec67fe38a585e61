import type { Pack } from '../index.mjs'

/** criteria/python-vs-go.yaml, as `parsePack` reads it. */
export declare const pack: Pack
