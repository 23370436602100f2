/** People around case 1 of the bench: an agent and a manager of hikari, the customer's admin, and the desk. */
import type { Privilege } from '../../src/domain/privileges.js'
import type { CaseEntryData } from '../../src/domain/cases/case-entry.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { start, type Bench } from './start.js'

const people = {
  aiko: ['hikari', 'Aiko Tanaka', ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES']],
  petra: ['acme', 'Petra Vogel', ['SUPPORT']],
  sven: ['boreal', 'Sven Lund', ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES']],
  tomas: ['desk', 'Tomas Berg', ['ANSWER_CASES']],
} as const satisfies Record<string, [string, string, Privilege[]]>
export type Name = keyof typeof people

export const slackIdOf = (name: Name): string => `U${name.toUpperCase()}`

/** Case 1 is Aiko's. */
export async function addPeople({ store: { db } }: Bench): Promise<void> {
  await db.organization.create({ data: { id: 'desk', kind: 'VENDOR', name: 'desk', primaryDomain: 'desk.example', language: 'en', createdAt: start } })
  for (const [id, [organizationId, name, privileges]] of Object.entries(people)) {
    const email = `${id}@${organizationId}.example`
    await db.account.create({
      data: { id, organizationId, email, name, personEmail: email, status: 'ACTIVE', createdAt: start, slackTeamId: 'T1', slackUserId: slackIdOf(id as Name), tiedAt: start, locale: 'en-US' },
    })
    await db.role.create({ data: { id: `role-${id}`, organizationId, name: id, kind: 'CUSTOM' } })
    await db.rolePrivilege.createMany({ data: privileges.map((privilege) => ({ roleId: `role-${id}`, privilege })) })
    await db.accountRole.create({ data: { accountId: id, roleId: `role-${id}`, grantedAt: start } })
  }
  await db.case.update({ where: { number: 1 }, data: { ownerId: 'aiko', filedById: 'aiko' } })
}

type Kind = 'REPLY' | 'DESK_REPLY' | 'NOTE' | 'SEVERITY' | 'OWNER' | 'ATTACHMENT' | 'SHARE' | 'ESCALATED' | 'CLOSED' | 'REOPENED' | 'LINKED' | 'TARGET'

/** An entry of case 1; a note is its author's organization's alone. `by` null: the system. */
export async function addEntry({ store: { db } }: Bench, by: Name | null, kind: Kind, text: string | null, data?: CaseEntryData): Promise<number> {
  const [authorOrgId, authorName] = by === null ? [null, 'Onbehalf'] : people[by]
  const { id } = await db.caseEvent.create({
    data: {
      caseNumber: 1, at: start, kind, text, authorId: by, authorName, authorOrgId, audience: kind === 'NOTE' ? 'ORGANIZATION' : 'CASE',
      ...(data && { data: JSON.parse(JSON.stringify(data)) as object }),
    },
  })
  return id
}

export const newsFor = (name: Name, entryId: number): OutboxMessage =>
  ({ kind: 'case_news', caseNumber: 1, entryId, accountId: name, to: { teamId: 'T1', userId: slackIdOf(name) } })

/** The blocks of the newest message, as they were sent. */
export const lastBlocks = (bench: Bench): string => bench.slack.calls.findLast(({ method }) => method === 'chat.postMessage')?.args['blocks'] ?? ''
