import type { Pack } from '../index.js'

/** criteria/sqlite-vs-postgresql.yaml, as `parsePack` reads it. */
export declare const pack: Pack
