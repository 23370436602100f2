import { describe, expect, test } from 'vitest'
import type { AccessAsked, AccessChanged, AccessHistory, PlannedRevoke, RecordGrantForm } from '../../../src/domain/access/access-answers.js'
import type { AccessStep } from '../../../src/domain/access/access-steps.js'
import type { AccessSheet } from '../../../src/domain/access/explain-access.js'
import { accessBases, accessChanges } from '../../../src/domain/words.js'
import { messageProblems, viewProblems } from '../../../src/sandbox/block-kit/surfaces.js'
import { accessCommandProblem, accessUsage, customerMissing } from '../../../src/slack/commands/access/access-usage.js'
import { actions } from '../../../src/slack/routes.js'
import { askedLines, askedMessage, confirmedLine, confirmedMessage, grantedMessage, revokedMessage, revokeQuestion } from '../../../src/slack/views/access/access-answers.js'
import { accessHistory } from '../../../src/slack/views/access/access-history.js'
import { accessSheet } from '../../../src/slack/views/access/access-sheet.js'
import { grantRecorded, recordGrantForm } from '../../../src/slack/views/access/record-grant.js'
import type { Message } from '../../../src/slack/views/blocks.js'
import { english, japanese, long, now } from '../samples.js'

const until = new Date('2026-03-03T09:00:00Z')
const since = new Date('2026-02-01T09:00:00Z')
const nothing = { skuName: null, since: null, until: null, requestedAt: null, asked: [], recordedAt: null, approvers: [], people: [] }
const step = (more: Partial<AccessStep> & Pick<AccessStep, 'step' | 'who'>): AccessStep => ({ ...nothing, ...more })
const may = { file: false, request: false, confirm: false, recordGrant: false, changeSwitch: false }
const held = (skuName: string, more: Partial<AccessSheet['subscriptions'][number]> = {}): AccessSheet['subscriptions'][number] => ({
  id: `sub-${skuName}`, skuName, productId: 'google-workspace', seller: 'GOOGLE', status: 'ACTIVE', byPartner: false, effective: { open: true, since }, ...more,
})

const globex: AccessSheet = {
  customer: { id: 3, name: 'Globex', domain: 'globex.example' }, as: 'RESELLER', domain: 'hikari.example', open: false,
  block: { reason: 'switch_off', since, by: 'Liam Ortiz' },
  subscriptions: [held('Business Standard', { seller: 'RESELLER', effective: { open: false, block: { reason: 'switch_off', since, by: 'Liam Ortiz' } } })],
  steps: [step({ step: 'turn_on', who: 'CUSTOMER_ADMIN', people: ['Liam Ortiz'], since })],
  may: { ...may, request: true },
}
const initech: AccessSheet = {
  ...globex, customer: { id: 4, name: 'Initech', domain: 'initech.example' }, block: { reason: 'consent_missing', skuName: 'Business Plus' },
  subscriptions: [held('Business Plus', { effective: { open: false, block: { reason: 'consent_missing', skuName: 'Business Plus' } } })],
  steps: [
    step({ step: 'consent', who: 'MANAGER', skuName: 'Business Plus', people: ['Dana Reed', 'Noor Aziz'] }),
    step({ step: 'grant', who: 'CUSTOMER_ADMIN', skuName: 'Business Plus', people: ['Ines Costa'] }),
  ],
}
const pending: AccessSheet = {
  ...globex, block: { reason: 'switch_pending', until },
  subscriptions: [held('Business Standard', { seller: 'RESELLER', effective: { open: false, block: { reason: 'switch_pending', until } } })],
  steps: [step({ step: 'confirm_or_wait', who: 'AGENT', people: ['Camille Laurent'], since, until })], may: { ...may, confirm: true },
}
const longSheet: AccessSheet = {
  customer: { id: 2_147_483_647, name: long(500), domain: long(253) }, as: 'RESELLER', domain: long(253), open: false,
  block: { reason: 'grant_pending', skuName: long(500), until },
  subscriptions: Array.from({ length: 40 }, (_, i) => held(long(300), { id: `s${i}`, effective: { open: false, block: { reason: 'switch_off', since, by: long(300) } } })),
  steps: Array.from({ length: 40 }, () => step({ step: 'grant', who: 'CUSTOMER_ADMIN', skuName: long(500), people: Array.from({ length: 30 }, () => long(200)), since, until, requestedAt: now, asked: Array.from({ length: 30 }, () => long(200)) })),
  may: { file: true, request: true, confirm: true, recordGrant: true, changeSwitch: true },
}
const sku = (skuName: string) => ({ what: 'subscription', skuName } as const)
const longAsked: AccessAsked = { customer: long(500), asked: Array.from({ length: 30 }, () => ({ kind: 'CONSENT', skuName: long(500), people: Array.from({ length: 30 }, () => long(200)) })) }
const longHistory: AccessHistory = {
  customerId: 3, customer: long(500), next: 7,
  rows: Array.from({ length: 10 }, (_, i) => ({ id: i + 1, change: 'GRANT', subject: sku(long(500)), at: since, effectiveAt: until, by: long(300), basis: 'MANAGER_RECORD', evidence: long(3000) })),
}
const changed: AccessChanged = { customerId: 3, customer: long(500), subject: sku(long(500)), change: 'GRANT_WITHDRAWN', pendingUntil: until }
const plan: PlannedRevoke = { customerId: 3, customer: long(500), subject: sku(long(500)), subscriptionId: 's'.repeat(100) }
const longForm: RecordGrantForm = { customerId: 3, customer: long(500), choices: [{ value: 'switch', subject: { what: 'switch' } }, ...Array.from({ length: 150 }, (_, i) => ({ value: `s${i}`, subject: sku(long(300)) }))] }

const buttonsOf = ({ blocks }: { blocks: readonly unknown[] }): { text: string; value: string }[] =>
  [...JSON.stringify(blocks).matchAll(/"type":"button","text":\{"type":"plain_text","text":"([^"]*)"[^}]*\},"action_id":"\w+","value":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '', value = '']) => ({ text, value: value.replaceAll('\\"', '"') }))
/** Characters of all texts together, which Slack limits too. */
const textIn = (blocks: readonly unknown[]): number => [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].reduce((sum, [, text = '']) => sum + text.length, 0)
const textsOf = (message: { blocks: readonly unknown[] }): string[] => buttonsOf(message).map(({ text }) => text)

describe.each([english, japanese])('within Slack’s limits in $locale', (reader) => {
  const messages: Record<string, Message> = {
    sheet: accessSheet(longSheet, reader, long(4000)),
    openSheet: accessSheet({ ...longSheet, open: true, block: null, steps: [] }, reader),
    adminSheet: accessSheet({ ...longSheet, as: 'CUSTOMER' }, reader),
    asked: askedMessage(longAsked, reader),
    granted: grantedMessage(changed, reader),
    confirmed: confirmedMessage({ customerId: 3, customer: long(500), confirmed: Array.from({ length: 40 }, () => sku(long(300))) }, reader),
    revoke: revokeQuestion(plan, false, long(253), reader),
    revokeConsent: revokeQuestion(plan, true, long(253), reader),
    revokeSwitch: revokeQuestion({ ...plan, subject: { what: 'switch' }, subscriptionId: null }, false, long(253), reader),
    revoked: revokedMessage(changed, long(253), reader),
    history: accessHistory(longHistory, { customerId: 3, after: 20 }, reader),
    empty: accessHistory({ ...longHistory, rows: [], next: null }, { customerId: 3 }, reader),
    usage: accessUsage(reader, [long(100)]),
    missing: customerMissing('check', reader),
    unknown: accessCommandProblem({ verb: 'unknown', tried: long(500), nearest: 'check' }, reader),
  }
  test.each(Object.entries(messages))('%s', (_name, { text, blocks }) => {
    expect(messageProblems(blocks)).toEqual([])
    expect(text.length).toBeLessThan(12_000)
    expect(textIn(blocks)).toBeLessThan(12_000)
    expect(JSON.stringify(blocks)).not.toMatch(/undefined|\[object/)
  })

  const views = {
    record: recordGrantForm(longForm, 'switch', reader),
    recordNothing: recordGrantForm({ ...longForm, choices: [] }, null, reader),
    recorded: grantRecorded({ customer: long(500), subject: sku(long(500)), asked: Array.from({ length: 40 }, () => long(200)) }, reader),
  }
  test.each(Object.entries(views))('%s', (_name, view) => {
    expect(viewProblems(view, 'modal')).toEqual([])
  })

  test('every button has a listener', () => {
    const ids = [...Object.values(messages)].flatMap(({ blocks }) => [...JSON.stringify(blocks).matchAll(/"action_id":"(\w+)"/g)].map(([, id]) => String(id)))
    expect(new Set(ids).size).toBeGreaterThan(5)
    expect(ids.filter((id) => !(id in actions))).toEqual([])
  })

  test.each(accessChanges.flatMap((change) => accessBases.map((basis) => ({ change, basis }))))('a row of $change by $basis is readable', ({ change, basis }) => {
    const subject = change.startsWith('SWITCH') ? { what: 'switch' as const } : sku('Business Plus')
    const { text } = accessHistory({ ...longHistory, customer: 'Globex', rows: [{ id: 1, change, subject, at: since, effectiveAt: since, by: 'Liam Ortiz', basis, evidence: null }] }, { customerId: 3 }, reader)
    expect(text).toContain('Liam Ortiz')
    expect(text.includes('Business Plus')).toBe(subject.what === 'subscription')
    expect(text.replaceAll(/<!date[^>]*>/g, '')).not.toMatch(/\{|undefined/)
  })
})

describe('the access sheet', () => {
  test('says why nothing can be filed, the missing step, who can take it, and offers to ask', () => {
    const message = accessSheet(globex, english)
    expect(message.text).toMatch(/🔒 You cannot file cases for Globex now\. The customer turned reseller access off \(Liam Ortiz, <!date\^/)
    expect(message.text).toMatch(/🔒 \*Business Standard\* \(bought from the reseller\): reseller access is off$/m)
    expect(message.text).toMatch(/\*1\.\* Turn reseller access on\..*\n👤 Super admin of Globex: Liam Ortiz/)
    expect(buttonsOf(message)).toEqual([{ text: 'Request access', value: '3' }])
  })

  test('numbers the steps in their order and offers each button once (ACCESS-2)', () => {
    const message = accessSheet(initech, english)
    expect(message.text).toMatch(/\*1\.\* Agree to support “Business Plus”[\s\S]+Dana Reed and Noor Aziz[\s\S]+\*2\.\* Grant access to “Business Plus”\.[\s\S]+Ines Costa/)
    expect(textsOf(message)).toEqual(['Request access'])
  })

  test('what was asked for says when and from whom, and is not offered again', () => {
    const steps = globex.steps.map((each) => ({ ...each, requestedAt: now, asked: ['Liam Ortiz'] }))
    const message = accessSheet({ ...globex, steps }, english)
    expect(message.text).toContain('⏳ requested from Liam Ortiz, ')
    expect(textsOf(message)).toEqual([])
  })

  test('what is pending says until when, with It works now for whom may press it (ACCESS-3)', () => {
    const message = accessSheet(pending, english)
    expect(message.text).toMatch(/⏳ \*Business Standard\* \(bought from the reseller\): pending until/)
    expect(message.text).toContain('<!date^1772528400^')
    expect(textsOf(message)).toEqual(['It works now'])
    expect(message.text).toContain('👤 You, or anybody else who files cases at hikari.example')
    expect(textsOf(accessSheet({ ...pending, may }, english))).toEqual([])
    expect(accessSheet({ ...pending, may }, english).text).toContain('Whoever files cases at hikari.example: Camille Laurent')
  })

  test('the customer’s admin turns access on, and grants only what the reseller agreed to', () => {
    const asAdmin = { as: 'CUSTOMER' as const, may: { ...may, changeSwitch: true } }
    expect(buttonsOf(accessSheet({ ...globex, ...asAdmin }, english))).toEqual([{ text: 'Turn access on', value: '{"customerId":3,"change":"grant"}' }])
    expect(buttonsOf(accessSheet({ ...initech, ...asAdmin }, english))).toEqual([])
    const [, grant] = initech.steps
    expect(buttonsOf(accessSheet({ ...initech, ...asAdmin, steps: [grant!] }, english)))
      .toEqual([{ text: 'Grant access', value: '{"customerId":4,"change":"grant","subscriptionId":"sub-Business Plus"}' }])
  })

  test('a customer reads of the reseller, not of “your manager”', () => {
    const { text } = accessSheet({ ...initech, as: 'CUSTOMER', may }, english)
    expect(text).toContain('hikari.example cannot file cases for Initech now. “Business Plus” was bought from Google, and hikari.example has not agreed to support it yet.')
    expect(text).not.toMatch(/\byou\b|\byour\b/i)
  })

  test('a manager may record a grant where the customer could give one', () => {
    const [, grant] = initech.steps
    expect(textsOf(accessSheet({ ...initech, steps: [grant!], may: { ...may, request: true, recordGrant: true } }, english))).toEqual(['Request access', 'Record a grant'])
  })

  test('where nobody of the customer has an account, a grant is recorded and nobody is asked; one that waits says for whom', () => {
    const nobody = step({ step: 'grant', who: 'CUSTOMER_ADMIN', skuName: 'Business Plus' })
    const manager = { ...initech, may: { ...may, request: true, recordGrant: true } }
    expect(textsOf(accessSheet({ ...manager, steps: [nobody] }, english))).toEqual(['Record a grant'])
    const waiting = accessSheet({ ...manager, steps: [{ ...nobody, recordedAt: now, approvers: ['Noor Aziz'] }] }, english)
    expect(waiting.text).toMatch(/⏳ recorded as granted .*waits for approval by Noor Aziz/)
    expect(textsOf(waiting)).toEqual([])
  })

  test('open: since when, by virtue of what, and File a case', () => {
    const subscriptions = [held('Business Plus'), held('Vault', { byPartner: true, effective: { open: false, block: { reason: 'not_managed' } } })]
    const message = accessSheet({ ...globex, open: true, block: null, steps: [], subscriptions, may: { ...may, file: true } }, english)
    expect(message.text).toMatch(/✅ You can file cases for Globex now, as hikari\.example\./)
    expect(message.text).toMatch(/✅ \*Business Plus\* \(bought from Google\): open since/)
    expect(message.text).toContain('✅ *Vault* (bought from Google): open to hikari.example as support partner')
    expect(message.text).not.toContain('What is missing')
    expect(buttonsOf(message)).toEqual([{ text: 'File a case', value: '3' }])
  })

  test('open to the domain, but not to this account', () => {
    expect(accessSheet({ ...globex, open: true, block: null, steps: [], may }, english).text).toContain('your account may not file cases')
  })

  test('a customer nobody manages', () => {
    expect(accessSheet({ ...globex, as: 'DESK', domain: '', block: { reason: 'not_managed' }, may }, english).text).toContain('No reseller manages Globex now.')
  })

  test('people’s text does not become a link, a mention or bold', () => {
    const message = accessSheet({ ...globex, customer: { id: 3, name: '<!channel> *x*', domain: 'a&b' } }, english, 'Said by <@U1>')
    expect(message.text).not.toMatch(/<!channel>|<@U1>|\*x\*/)
    expect(JSON.stringify(message.blocks)).toContain('Said by &lt;@U1&gt;')
  })
})

describe('answers', () => {
  test('who was asked for what, a line each', () => {
    const asked: AccessAsked['asked'] = [{ kind: 'CONSENT', skuName: 'Business Plus', people: ['Dana Reed', 'Noor Aziz'] }, { kind: 'ACCESS_REQUEST', skuName: null, people: ['Ines Costa'] }]
    expect(askedLines({ customer: 'Initech', asked }, english)).toEqual([
      '✅ Dana Reed and Noor Aziz were asked to agree to support “Business Plus”.', '✅ Ines Costa was asked for access to Initech.',
    ])
    expect(askedLines({ customer: 'Initech', asked: [] }, english).join()).toContain('asked for already')
  })

  test('a grant says until when it is pending and who may confirm it', () => {
    const { text } = grantedMessage({ customerId: 3, customer: 'Globex', subject: { what: 'switch' }, change: 'SWITCH_ON', pendingUntil: until }, english)
    expect(text).toMatch(/Reseller access to Globex was turned on\.\nIt may take until <!date\^1772528400.*It works now/)
  })

  test('what was confirmed is named', () => {
    expect(confirmedLine({ customer: 'Globex', confirmed: [{ what: 'switch' }, sku('Voice')] }, english)).toBe('✅ Confirmed: reseller access and access to “Voice” of Globex works.')
  })

  test.each([
    [{ what: 'switch' } as const, null, false, 'Turn access off', '{"customerId":3,"change":"revoke"}'],
    [sku('Voice'), 's1', false, 'Withdraw the grant', '{"customerId":3,"change":"revoke","subscriptionId":"s1"}'],
    [sku('Voice'), 's1', true, 'Withdraw consent', '{"customerId":3,"change":"revoke","subscriptionId":"s1"}'],
  ])('taking back %o asks first and says what stops at once', (subject, subscriptionId, consent, text, value) => {
    const message = revokeQuestion({ customerId: 3, customer: 'Globex', subject, subscriptionId }, consent, 'hikari.example', english)
    expect(message.text).toMatch(/at once[\s\S]+24 hours/)
    expect(buttonsOf(message)).toEqual([{ text, value }])
  })

  test('what was taken back says what to type to give it again', () => {
    const revoked = { customerId: 3, customer: 'Globex', pendingUntil: null }
    expect(revokedMessage({ ...revoked, subject: { what: 'switch' }, change: 'SWITCH_OFF' }, 'hikari.example', english).text).toContain('`/access grant Globex`')
    expect(revokedMessage({ ...revoked, subject: sku('Voice'), change: 'CONSENT_WITHDRAWN' }, 'hikari.example', english).text).toContain('`/access request Globex subscription:"Voice"`')
  })
})

describe('the history', () => {
  const row: AccessHistory['rows'][number] = { id: 9, change: 'GRANT', subject: sku('Voice'), at: since, effectiveAt: until, by: 'Dana Reed', basis: 'MANAGER_RECORD', evidence: 'Mail of Vera,\n2 March' }

  test('says what, who, on whose word, the evidence, and from when it works', () => {
    const { text } = accessHistory({ customerId: 3, customer: 'Globex', rows: [row], next: null }, { customerId: 3 }, english)
    expect(text).toMatch(/Access to Voice granted.*Dana Reed, a manager’s record of what the customer granted · works from .* at the latest · Evidence: Mail of Vera, 2 March/)
    expect(text).toContain('That is all.')
  })

  test('turns its pages', () => {
    expect(buttonsOf(accessHistory({ customerId: 3, customer: 'Globex', rows: [row], next: 9 }, { customerId: 3, after: 12 }, english)))
      .toEqual([{ text: 'Newest', value: '{"customerId":3}' }, { text: 'Older', value: '{"customerId":3,"after":9}' }])
  })

  test('a page that has become empty differs from a history that is', () => {
    const empty = { customerId: 3, customer: 'Globex', rows: [], next: null }
    expect(accessHistory(empty, { customerId: 3 }, english).text).toContain('Nobody has changed access to Globex yet')
    expect(accessHistory(empty, { customerId: 3, after: 3 }, english).text).toContain('There is nothing older')
  })
})

test('a grant is recorded for what is chosen beforehand, or for the only choice', () => {
  const initial = (form: RecordGrantForm, chosen: string | null): unknown => JSON.stringify(recordGrantForm(form, chosen, english)).match(/"initial_option":\{[^}]*"text":"([^"]*)"/)?.[1]
  const choices = [{ value: 'switch', subject: { what: 'switch' as const } }, { value: 's1', subject: sku('Voice') }]
  expect(initial({ customerId: 3, customer: 'Globex', choices }, 's1')).toBe('Voice')
  expect(initial({ customerId: 3, customer: 'Globex', choices }, null)).toBeUndefined()
  expect(initial({ customerId: 3, customer: 'Globex', choices: choices.slice(0, 1) }, null)).toBe('Reseller access as a whole')
})
