import * as z from 'zod/mini'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TextFormat } from '../diagnostics/diagnostic-arguments.ts'
import { diagnose } from '../diagnostics/diagnostic.ts'
import type { DocumentNode } from './node.ts'

/** A map with exactly these keys. The message of an unknown key carries the keys that are known. */
export function mapOf<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodMiniObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  })
}

export function splitKeys(message: string): readonly string[] {
  return message === '' ? [] : message.split(' ')
}

/** What editors show of a value. */
export const described = <Value>(description: string): z.core.$ZodCheck<Value> => z.meta({ description })

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

const LONGEST_ID = 100

/** A map from ids to values. The ids are held to their form by `checkIds`: zod leaves out the values of wrong keys. */
export function byId<Value extends z.ZodMiniType>(
  value: Value,
  minimum: number,
  description: string,
  maximum?: number,
) {
  const propertyNames = { type: 'string', pattern: idPattern.source, maxLength: LONGEST_ID }
  return z.record(z.string(), value).check(
    z.meta({
      description,
      propertyNames,
      minProperties: minimum,
      ...(maximum !== undefined && { maxProperties: maximum }),
    }),
  )
}

/** Tell every key of a map that is no id, and a map that has too few of them. */
export function checkIds(node: DocumentNode | undefined, minimum: number): readonly Diagnostic[] {
  if (node?.kind !== 'map') return []
  const few: readonly Diagnostic[] =
    node.entries.length >= minimum ? [] : [diagnose('too-few-items', node.place, { minimum })]
  const wrong = node.entries
    .filter(({ key }) => key.length > LONGEST_ID || !idPattern.test(key))
    .map(({ key, keyPlace }): Diagnostic => {
      return diagnose('wrong-format', keyPlace, { expected: 'id', found: key })
    })
  return [...few, ...wrong]
}

/** Text of any form; the checks on text name the format in their message, see validate. */
export function textUpTo(maximum: number): z.ZodMiniString {
  return z
    .string()
    .check(z.maxLength(maximum, { abort: true }), z.regex(/\S/, { error: 'blank', abort: true }))
}

export function formatted(text: z.ZodMiniString, pattern: RegExp, format: TextFormat): z.ZodMiniString {
  return text.check(z.regex(pattern, format))
}

/** Text on one line, such as a name. */
export function lineUpTo(maximum: number): z.ZodMiniString {
  return formatted(textUpTo(maximum), /^[^\r\n]*$/, 'one-line')
}

export const id = formatted(textUpTo(LONGEST_ID), idPattern, 'id')

/** Of the text of a file, in hexadecimal. */
export const sha256 = formatted(textUpTo(100), /^[0-9a-f]{64}$/, 'sha256')

/** A day that exists. */
export const date = z.iso.date('date' satisfies TextFormat)

/** A file of the repository, or a part of it; it can stand in a link as it is. */
export const repositoryPath = textUpTo(500).check(
  z.regex(/^(?!\/)(?!(?:.*\/)?(?:\.\.|\.git)(?:\/|$))[\p{L}\p{N} _.@+~,()/-]+(?:#[\w-]+)?$/u, 'file'),
)

export const httpsUrl = formatted(textUpTo(2000), /^https:\/\/[^\s<>"|\\^`{}]+$/, 'https-url')
