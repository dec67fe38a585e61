import type { Pack } from '../index.mjs'

/** criteria/rest-graphql-grpc.yaml, as `parsePack` reads it. */
export declare const pack: Pack
