/** What comes back from our own buttons, read with zod: nothing in it is trusted beyond its shape. Readers throw `BrokenPayload`. */
import { z } from 'zod'
import { typedText } from './whole-text.js'

/** A button or view brought something that is not ours, or of an older version. */
export class BrokenPayload extends Error {
  constructor(cause: unknown) {
    super('what came with a button could not be read', { cause })
    this.name = 'BrokenPayload'
  }
}

function reader<T>(schema: z.ZodType<T>): (value: unknown) => T {
  return (value) => {
    const read = schema.safeParse(value)
    if (!read.success) throw new BrokenPayload(read.error)
    return read.data
  }
}

/** An id as the stores keep them, in 32 bits. */
export const storedId = z.string().regex(/^\d{1,10}$/).transform(Number).pipe(z.int().min(1).max(2_147_483_647))

export const readCaseNumber = reader(storedId)
export const readCustomerId = reader(storedId)
export const readDraftId = reader(z.string().min(1).max(100))

const page = z.object({ filters: typedText.pipe(z.string().max(1000)), after: z.string().min(1).max(1000).optional() })
export type ListPage = z.infer<typeof page>

/** Null: longer than a button's value may be. */
export function listPageValue(value: ListPage): string | null {
  const text = JSON.stringify(value)
  return text.length <= 2000 ? text : null
}

const readPage = reader(page)

export function readListPage(text: string): ListPage {
  try {
    return readPage(JSON.parse(text))
  } catch (error) {
    throw error instanceof BrokenPayload ? error : new BrokenPayload(error)
  }
}
