import { subHours } from 'date-fns'
import type { CaseAnswer } from '../../domain/cases/case.js'
import { catalogue } from '../../domain/catalogue/catalogue.js'
import type { CaseState, Severity } from '../../domain/words.js'
import type { loadCast, WholeCase, WholeCaseEvent } from '../../store/directory/seed-cases.js'
import type { DemoCase, DemoEvent } from './cases.js'

type Cast = Awaited<ReturnType<typeof loadCast>>
interface Author {
  authorId: string | null
  authorName: string
  authorOrgId: string | null
}

/** A demo case as rows of the store. Throws when it names somebody or something that does not exist. */
export function wholeCase(kase: DemoCase, cast: Cast, now: Date): WholeCase {
  const customer = cast.customers.get(kase.customer)
  const category = catalogue.find(({ id }) => id === kase.category)
  if (!customer || !category) throw new Error(`the demo case "${kase.title}" names an unknown customer or category`)
  const direct = kase.kind === 'DIRECT'
  const filer = direct ? { authorId: null, authorName: kase.by, authorOrgId: customer.organizationId } : authorOf(kase.by, cast)
  const filedAt = subHours(now, kase.filedHours)
  const managed = customer.assignments.find(({ from, until }) => from <= filedAt && (until === null || until > filedAt))

  let state: CaseState = kase.state ?? 'NEW'
  let severity = kase.severity
  const events: WholeCaseEvent[] = [{ at: filedAt, kind: 'FILED', audience: 'CASE', ...filer, text: null }]
  for (const event of kase.events ?? []) {
    events.push(...eventRows(event, { state, severity }, authorOf(event.by, cast), now))
    state = event.state ?? state
    severity = event.severity ?? severity
  }
  const last = events.at(-1)!.at
  const { turns, deskSince } = clockOf(kase, filedAt, now)
  const answers = (kase.events ?? []).some(({ by, reply }) => by === 'desk' && reply !== undefined)
  const escalated = kase.events?.find((event) => event.escalated !== undefined)
  return {
    kind: kase.kind ?? 'DELEGATED', customerId: customer.id, filedByOrgId: filer.authorOrgId!, filedById: filer.authorId, filedByName: filer.authorName,
    managedAtFilingId: managed?.resellerId ?? null, ownerId: kase.owner ? authorOf(kase.owner, cast).authorId : filer.authorId,
    productId: category.productId, categoryId: category.id, title: kase.title, answers: answersOf(kase, category), severity,
    language: customer.language ?? 'en', timeZone: customer.timeZone ?? 'UTC', state, portalNumber: kase.portalNumber ?? null,
    escalatedAt: escalated ? subHours(now, escalated.hours) : null, escalationReason: escalated ? 'BUSINESS_IMPACT' : null,
    filedAt, updatedAt: last, closedAt: state === 'CLOSED' ? last : null, version: 1 + (kase.events?.length ?? 0), events,
    turns, deskSince, deskOwnerId: answers ? authorOf('desk', cast).authorId : null,
  }
}

function authorOf(by: string, cast: Cast): Author {
  const account = cast.accounts.get(by)
  if (account) return { authorId: account.id, authorName: account.name, authorOrgId: account.organizationId }
  const desk = [...cast.accounts.values()].find(({ organization }) => organization.kind === 'VENDOR')
  if (by !== 'desk' || !desk) throw new Error(`nobody in the demo has the address ${by}`)
  return { authorId: desk.id, authorName: desk.name, authorOrgId: desk.organizationId }
}

/** The history rows of what happened at one moment. */
function eventRows(event: DemoEvent, before: { state: CaseState; severity: Severity }, author: Author, now: Date): WholeCaseEvent[] {
  const at = subHours(now, event.hours)
  const row = (kind: WholeCaseEvent['kind'], text: string | null, data?: object): WholeCaseEvent => ({
    at, kind, audience: kind === 'NOTE' ? 'ORGANIZATION' : 'CASE', ...author, text, ...(data && { data }),
  })
  const rows: WholeCaseEvent[] = []
  const state = { from: before.state, to: event.state ?? before.state }
  // What the desk said elsewhere was carried here by somebody (CASE-9).
  const recordedBy = isDeskReply(event) && event.by !== 'desk' ? { recordedBy: author.authorName } : {}
  if (event.reply !== undefined) rows.push(row(isDeskReply(event) ? 'DESK_REPLY' : 'REPLY', event.reply.replace(/^Desk: /, ''), { state, ...recordedBy }))
  if (event.note !== undefined) rows.push(row('NOTE', event.note))
  if (event.escalated !== undefined) rows.push(row('ESCALATED', event.escalated, { escalation: 'BUSINESS_IMPACT' }))
  if (event.severity) rows.push(row('SEVERITY', null, { severity: { from: before.severity, to: event.severity } }))
  if (event.state === 'CLOSED') rows.push(row('CLOSED', null, { state }))
  else if (event.state && event.reply === undefined) rows.push(row('STATE', null, { state }))
  return rows
}

/** What became of the response clock, and since when the desk owes an answer. */
function clockOf(kase: DemoCase, filedAt: Date, now: Date): Pick<WholeCase, 'turns' | 'deskSince'> {
  const turns: WholeCase['turns'] = []
  let deskSince = kase.state === 'PENDING_APPROVAL' ? null : filedAt
  for (const event of kase.events ?? []) {
    const at = subHours(now, event.hours)
    if (event.state === 'CLOSED') {
      turns.push({ at, turn: 'stop' })
      deskSince = null
    } else if (isDeskReply(event)) {
      turns.push({ at, turn: event.state === 'ACTION_REQUIRED' ? 'pause' : 'meet' })
      deskSince = null
    } else if (event.reply !== undefined) {
      turns.push({ at, turn: 'resume' })
      deskSince ??= at
    }
  }
  return { turns, deskSince }
}

// What a team records for a desk without an account here stands in the history as its reply, by who recorded it (CASE-9).
const isDeskReply = ({ by, reply }: DemoEvent): boolean => reply !== undefined && (by === 'desk' || reply.startsWith('Desk: '))

/** The answers in the category's order, under its questions as they are asked in English. */
function answersOf(kase: DemoCase, category: (typeof catalogue)[number]): CaseAnswer[] {
  return category.questions.flatMap((question) => {
    const given = kase.answers[question.id.slice(category.id.length + 1)]
    if (given === undefined && question.required) throw new Error(`the demo case "${kase.title}" leaves ${question.id} open`)
    if (given === undefined) return []
    const choice = question.choices.find(({ id }) => id === given)
    return [{ questionId: question.id, label: question.label.en, answer: choice?.label.en ?? given }]
  })
}
