/** What comes back from our own buttons, read with zod: nothing in it is trusted beyond its shape. Readers throw `BrokenPayload`. */
import { z } from 'zod'

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
export const readFileId = reader(z.string().min(1).max(100))
export const readApprovalId = reader(z.string().min(1).max(100))

/** `after`: the last request of the page before; only with one list. */
const approvalsPage = z.object({ list: z.enum(['all', 'waiting', 'asked']), after: z.string().min(1).max(100).optional() })
export type ApprovalsPage = z.infer<typeof approvalsPage>

export const approvalsPageValue = (value: ApprovalsPage): string => JSON.stringify(value)

const readPageOfApprovals = reader(approvalsPage)

export function readApprovalsPage(text: string): ApprovalsPage {
  try {
    return readPageOfApprovals(JSON.parse(text))
  } catch (error) {
    throw error instanceof BrokenPayload ? error : new BrokenPayload(error)
  }
}

/** JSON in a button's value, read like the rest. */
function jsonReader<T>(schema: z.ZodType<T>): (text: string) => T {
  const read = reader(schema)
  return (text) => {
    try {
      return read(JSON.parse(text))
    } catch (error) {
      throw error instanceof BrokenPayload ? error : new BrokenPayload(error)
    }
  }
}

const storedNumber = z.int().min(1).max(2_147_483_647)

/** What a button does to access; `subscriptionId` is left out for the switch. */
export const readAccessChange = jsonReader(z.object({
  customerId: storedNumber, change: z.enum(['grant', 'revoke']), subscriptionId: z.string().min(1).max(100).optional(),
}))
/** A page of the desk's queue, or of what somebody has taken there; `after`: where the page before ended. */
export const readQueueTurn = jsonReader(z.object({ mine: z.boolean(), after: z.string().min(1).max(100).optional() }))
/** `after`: the last row of the page before. */
export const readHistoryPage = jsonReader(z.object({ customerId: storedNumber, after: storedNumber.optional() }))
/** `after`: the last entry of the page before. */
export const readCaseHistoryPage = jsonReader(z.object({ number: storedNumber, after: storedNumber.optional() }))
/** An address a case is shared with. */
export const readStopSharing = jsonReader(z.object({ number: storedNumber, email: z.string().min(1).max(320) }))
