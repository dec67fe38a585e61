import type { Template } from './index.mjs'

/** The templates that come with Madrigal. */
export declare const templates: Readonly<Record<'madr' | 'nygard', Template>>
