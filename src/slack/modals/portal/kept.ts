/** What the administration's views and buttons keep of themselves, read with zod where it comes back. Readers throw `BrokenPayload`. */
import { z } from 'zod'
import { privileges } from '../../../domain/privileges.js'
import { Refused } from '../../../domain/refused.js'
import { desks } from '../../../domain/words.js'
import { BrokenPayload } from '../../payloads.js'

const id = z.string().min(1).max(100)
const usersShown = z.object({ after: z.string().min(1).max(1000).optional(), lacking: z.boolean().optional() })
const page = z.int().min(0).max(10_000)

const policy = z.object({
  domain: z.string(),
  desk: z.enum(desks),
  updatesChannel: z.string().nullable(),
  approvalChannel: z.string().nullable(),
  p1NeedsApproval: z.boolean(),
  escalationNeedsApproval: z.boolean(),
  remindAfterHours: z.number(),
  expireAfterHours: z.number(),
  reopenWindowDays: z.number(),
})

const target = z.object({ minutes: z.number(), aroundTheClock: z.boolean() })
const bySeverity = z.object({ P1: target, P2: target, P3: target, P4: target })
const targets = z.object({
  domain: z.string(),
  targets: z.object({ STANDARD: bySeverity, ENHANCED: bySeverity, PREMIUM: bySeverity }),
  hours: z.object({ days: z.array(z.number()).max(7), from: z.number(), to: z.number(), timeZone: z.string().nullable() }),
})

/** An account's form as it was submitted, while the admin is asked about a second licence. */
const submitted = z.object({
  roleIds: z.array(id),
  unitId: id.nullable(),
  licence: z.boolean(),
})
const typedAccount = submitted.extend({ email: z.string(), name: z.string(), personEmail: z.string() })
const changedAccount = submitted.extend({ accountId: id, version: z.int(), alertEmail: z.string().nullable() })
export type TypedAccount = z.infer<typeof typedAccount>
export type ChangedAccount = z.infer<typeof changedAccount>

function reading<T>(schema: z.ZodType<T>): (text: string) => T {
  return (text) => {
    try {
      return schema.parse(JSON.parse(text))
    } catch (error) {
      throw new BrokenPayload(error)
    }
  }
}

export const readUsersShown = reading(usersShown)
export const readUsersUnder = reading(z.object({ under: usersShown }))
export const readAccountKept = reading(z.object({ accountId: id, version: z.int(), under: usersShown }))
export const readTwoLicences = reading(z.object({
  /** The form that asked, which stays underneath. */
  formId: z.string().min(1).max(100),
  under: usersShown,
  asked: z.discriminatedUnion('adds', [
    typedAccount.extend({ adds: z.literal(true) }),
    changedAccount.extend({ adds: z.literal(false) }),
  ]),
}))
export const readRolesShown = reading(z.object({ page }))
export const readRoleKept = reading(z.object({
  roleId: id.nullable(),
  /** What it was when the form was opened. */
  before: z.object({ name: z.string(), privileges: z.array(z.enum(privileges)) }).nullable(),
  page,
}))
export const readPolicyKept = reading(z.object({ policy }))
export const readTargetsKept = reading(z.object({ targets }))
export const readPage = reading(page)

const domainKept = z.object({ domain: z.string() })

/** What was opened for one domain is not done for another that the person switched to meanwhile: throws `other_account`. */
export function requireDomain(view: { private_metadata: string }, actor: { domain: string }): void {
  const { domain } = reading(domainKept)(view.private_metadata)
  if (domain !== actor.domain) throw new Refused({ code: 'other_account', domain, signedIn: actor.domain })
}

/** A button's value that is an id. */
export function readId(value: string): string {
  const read = id.safeParse(value)
  if (!read.success) throw new BrokenPayload(read.error)
  return read.data
}
