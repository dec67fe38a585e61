import type { Template } from './index.js'

/** The templates that come with Madrigal. */
export declare const templates: Readonly<Record<'madr' | 'nygard', Template>>
