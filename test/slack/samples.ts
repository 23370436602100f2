/** Values that views are drawn from; `long` ones are as long as anything may get. */
import { caseActions } from '../../src/domain/cases/case-actions.js'
import type { CaseCardValue, CaseValue } from '../../src/domain/cases/case-view.js'
import { noClock } from '../../src/domain/clocks/response-clock.js'
import type { FilingForm, Question } from '../../src/domain/cases/filing-form.js'
import type { FilingLook } from '../../src/slack/views/filing/filing-look.js'

export const now = new Date('2026-03-02T09:00:00Z')
export const english = { locale: 'en-US', timeZone: 'Europe/London' }
export const japanese = { locale: 'ja-JP', timeZone: 'Asia/Tokyo' }

/** Wide, and every character grows when it is escaped. */
export const long = (length: number): string => '<&>配信🚚'.repeat(Math.ceil(length / 7)).slice(0, length)

export const card: CaseCardValue = {
  number: 1042, version: 3, kind: 'DELEGATED', customerName: 'Acme', customerDomain: 'acme.example', tier: 'PREMIUM',
  title: 'Mail arrives late', productName: 'Google Workspace', category: { en: 'Delivery', ja: '配信' }, state: 'NEW', severity: 'P2',
  ownerName: 'Aiko Tanaka', deskOwnerName: null, escalation: null, portalWaitsSince: null, filedByName: 'Aiko Tanaka', filedAt: new Date('2026-03-02T08:00:00Z'), updatedAt: now,
  clock: { ...noClock, since: new Date('2026-03-02T08:00:00Z'), targetAt: new Date('2026-03-02T10:00:00Z'), targetSeconds: 7200 }, closedAt: null, reopenUntil: null, portalNumber: null, desk: 'BUILT_IN', attachmentCount: 1,
}

export const kase: CaseValue = {
  ...card, answers: [{ questionId: 'what', label: 'What happens?', answer: 'Mail waits for hours.' }], language: 'ja', timeZone: 'Asia/Tokyo',
  attachments: [{ id: 'a1', name: 'trace.log', size: 2048, state: 'CHECKING', error: null, may: [], findings: [] }], shares: ['it@acme.example'], relatedCaseNumber: 1001,
  links: [{ number: 1001, title: 'Mail was late before' }], may: ['reply', 'note', 'severity', 'close'],
  history: [{ id: 1, at: now, kind: 'FILED', authorName: 'Aiko Tanaka', text: null, internal: false, data: null }], olderHistory: false,
}

export const longCase: CaseValue = {
  ...kase, title: long(200), customerName: long(500), customerDomain: long(253), ownerName: long(500), filedByName: long(500), productName: long(500),
  category: { en: long(500) }, timeZone: long(100), portalNumber: long(300), desk: 'PORTAL',
  answers: Array.from({ length: 40 }, (_, i) => ({ questionId: `q${i}`, label: long(500), answer: long(3000) })),
  attachments: Array.from({ length: 50 }, (_, i) => ({ id: `a${i}`, name: long(255), size: 10_485_760, state: 'FAILED' as const, error: long(500), may: [], findings: [] })),
  shares: Array.from({ length: 50 }, () => long(254)),
  deskOwnerName: long(500), escalation: { at: now, reason: 'BUSINESS_IMPACT' }, portalWaitsSince: now, may: [...caseActions],
  links: Array.from({ length: 10 }, (_, i) => ({ number: i + 1, title: long(200) })),
  history: Array.from({ length: 50 }, (_, id) => ({ id, at: now, kind: 'UNKNOWN', authorName: long(500), text: long(3000), internal: true, data: null })), olderHistory: true,
}

const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id, kind, label: { en: `Question ${id}`, ja: `質問 ${id}` }, hint: null, required: true, maxLength: 3000,
  choices: kind === 'CHOICE' ? [{ id: 'all', label: { en: 'All users', ja: '全員' } }, { id: 'one', label: { en: 'One user' } }] : [], ...more,
})

export const products = [
  { id: 'google-workspace', name: 'Google Workspace', elsewhere: false, block: null },
  { id: 'google-voice', name: 'Google Voice', elsewhere: false, block: { reason: 'no_subscription' as const } },
  { id: 'google-cloud', name: 'Google Cloud', elsewhere: true, block: { reason: 'no_subscription' as const } },
]

export const emptyForm: FilingForm = {
  draftId: 'draft-1', values: { severity: 'P3' }, customer: null, products: products.map((product) => ({ ...product, block: null })),
  category: null, unfinished: [], mayTellAuthor: false,
}

export const fullForm: FilingForm = {
  draftId: 'draft-2',
  values: {
    customerId: 7, productId: 'google-workspace', title: 'Mail arrives late', categoryId: 'gmail.delayed', answers: { what: 'It waits', who: 'all' },
    files: [{ slackFileId: 'F1', name: 'kept.log', mimeType: 'text/plain', size: 10, sourceUrl: 'https://files.slack.com/1', chosen: true }],
    severity: 'P2', language: 'ja', timeZone: 'Asia/Tokyo', shareWith: 'it@acme.example', tellAuthor: true,
  },
  customer: { id: 7, name: 'Acme', domain: 'acme.example', access: 'open', block: null },
  products,
  category: {
    id: 'gmail.delayed', productId: 'google-workspace', name: { en: 'Delayed', ja: '遅延' }, path: [{ en: 'Gmail' }, { en: 'Delivery', ja: '配信' }],
    questions: [question('what', 'LONG_TEXT'), question('since.when', 'SHORT_TEXT', { required: false, maxLength: 200 }), question('who', 'CHOICE')],
  },
  unfinished: [{ draftId: 'draft-9', title: 'Calendar', customerName: 'Initech', updatedAt: new Date('2026-03-02T08:55:00Z') }],
  mayTellAuthor: true,
}

export const lockedForm: FilingForm = {
  ...emptyForm,
  draftId: 'draft-3',
  values: { customerId: 8, title: 'Sign-in', severity: 'P3' },
  customer: { id: 8, name: 'Globex', domain: 'globex.example', access: 'locked', block: { reason: 'switch_off', since: now, by: 'Liam <Ortiz>' } },
  products: products.map((product) => ({ ...product, block: { reason: 'switch_off', since: now, by: 'Liam <Ortiz>' } })),
}

export const longForm: FilingForm = {
  ...fullForm,
  values: {
    ...fullForm.values, title: long(5000), shareWith: long(5000),
    answers: Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`q${i}`, long(5000)])),
    files: Array.from({ length: 30 }, (_, i) => ({ slackFileId: `F${i}`, name: long(255), mimeType: '', size: 1e7, sourceUrl: '', chosen: true })),
  },
  customer: { id: 7, name: long(500), domain: long(253), access: 'open', block: null },
  products: Array.from({ length: 120 }, (_, i) => ({ id: `p${i}`, name: long(300), elsewhere: false, block: i % 2 ? null : { reason: 'grant_pending' as const, skuName: long(300), until: now } })),
  category: {
    ...fullForm.category!, name: { en: long(300) }, path: Array.from({ length: 6 }, () => ({ en: long(300) })),
    questions: Array.from({ length: 90 }, (_, i) => question(`q${i}`, 'LONG_TEXT', { label: { en: long(3000) }, hint: { en: long(3000) } })),
  },
  unfinished: Array.from({ length: 3 }, (_, i) => ({ draftId: `draft-long-${i}`, title: long(200), customerName: long(500), updatedAt: now })),
}

export const lookFor = (reader: FilingLook['reader'], more: Partial<FilingLook> = {}): FilingLook => ({
  reader, now, domain: 'hikari.example', attachments: { maxCount: 10, maxBytes: 10 * 1024 * 1024 }, ...more,
})
