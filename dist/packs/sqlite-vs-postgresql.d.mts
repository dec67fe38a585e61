import type { Pack } from '../index.mjs'

/** criteria/sqlite-vs-postgresql.yaml, as `parsePack` reads it. */
export declare const pack: Pack
