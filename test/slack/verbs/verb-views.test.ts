/** The forms of what is done with a case: within Slack's limits, and labelled as people know them. */
import { describe, expect, test } from 'vitest'
import type { KnownBlock, ModalView } from '@slack/types'
import { caseActions } from '../../../src/domain/cases/case-actions.js'
import type { CaseAction } from '../../../src/domain/cases/case-actions.js'
import type { VerbForm } from '../../../src/domain/cases/verb-form.js'
import { viewProblems, messageProblems } from '../../../src/sandbox/block-kit/surfaces.js'
import { overtakenVerb } from '../../../src/slack/modals/verbs/overtaken-verb.js'
import { verbKeptText } from '../../../src/slack/modals/verbs/verb-kept.js'
import type { VerbKept } from '../../../src/slack/modals/verbs/verb-kept.js'
import { verbViews } from '../../../src/slack/modals/verbs/verb-views.js'
import { actions, closings, searches, submissions } from '../../../src/slack/routes.js'
import { confirmInline, confirmText } from '../../../src/slack/views/verbs/confirm-text.js'
import { doneMessage, doneView } from '../../../src/slack/views/verbs/verb-done.js'
import type { VerbLook } from '../../../src/slack/views/verbs/verb-look.js'
import { english, japanese, long, now } from '../samples.js'

const form: VerbForm = {
  number: 1042, title: 'Mail arrives late', customerName: 'Acme', state: 'IN_PROGRESS', severity: 'P2', tier: 'PREMIUM', seen: { version: 3, entry: 7 },
  kept: {}, colleagues: [{ accountId: 'a-ben', name: 'Ben' }], shares: ['it@acme.example'], needsApproval: true, reopenUntil: now, portalNumber: null,
}
const longForm: VerbForm = {
  ...form, title: long(200), customerName: long(500), colleagues: Array.from({ length: 100 }, (_, i) => ({ accountId: `a-${i}`, name: long(300) })),
  shares: Array.from({ length: 50 }, (_, i) => `${'x'.repeat(60)}${i}@${'y'.repeat(200)}.example`), portalNumber: long(100),
}
const kept: VerbKept = {
  number: 2_147_483_647, action: 'handOver', seen: { version: 2_147_483_647, entry: 2_147_483_647 }, domain: 'x'.repeat(253), under: 'V'.repeat(100), given: true,
  from: { responseUrl: `https://hooks.slack.example/${'x'.repeat(450)}`, responseUrlUntil: now.toISOString(), shows: true },
  asks: { formId: 'V'.repeat(100), digest: 'x'.repeat(100), typed: 'x'.repeat(100) },
}
const look = (action: CaseAction, more: Partial<VerbLook> = {}): VerbLook => ({ reader: english, action, kept: verbKeptText(kept), before: () => undefined, fromBefore: false, ...more })
const withForm = caseActions.filter((action) => verbViews[action])
const draw = (action: CaseAction, shown: VerbForm, more: Partial<VerbLook> = {}): ModalView => verbViews[action]!.draw(shown, look(action, more))
const labels = ({ blocks }: ModalView): string[] => (blocks as KnownBlock[]).flatMap((block) => (block.type === 'input' ? [block.label.text] : []))
const textOf = (view: ModalView): string => JSON.stringify(view)
const findings = Array.from({ length: 40 }, (_, i) => ({ place: i % 2 ? 'message' : long(300), kind: 'government_id' as const, excerpt: long(300), start: 0, end: 1 }))
const entries = Array.from({ length: 5 }, () => ({ at: now, kind: 'REPLY', authorName: long(300), text: long(3000), data: null }))

/** A view as Slack sends it back. */
const shown = (view: ModalView) => ({ ...view, id: 'V1', state: { values: {} } }) as unknown as Parameters<typeof overtakenVerb>[0]

describe.each([english, japanese])('within Slack’s limits in $locale', (reader) => {
  const views: [string, ModalView][] = [
    ...withForm.map((action): [string, ModalView] => [action, draw(action, longForm, { reader, before: () => long(5000), fromBefore: true })]),
    ['searched', draw('handOver', { ...longForm, colleagues: Array.from({ length: 101 }, (_, i) => ({ accountId: `a-${i}`, name: long(300) })) }, { reader })],
    ['nobody', draw('handOver', { ...longForm, colleagues: [] }, { reader })],
    ['shared with nobody', draw('share', { ...longForm, shares: [] }, { reader })],
    ['confirm', confirmText(findings, verbKeptText(kept), reader)],
    ['inline', { ...draw('reply', longForm, { reader }), blocks: [...confirmInline(findings, reader), ...draw('reply', longForm, { reader }).blocks] }],
    ['overtaken', overtakenVerb(shown(draw('share', longForm, { reader })), kept, { code: 'case_changed', number: 1042, seen: { version: 9, entry: 9 }, entries }, reader)],
    ['done', doneView(long(5000), reader)],
  ]
  test.each(views)('%s', (_name, view) => {
    expect(viewProblems(view, 'modal')).toEqual([])
  })

  test('what is said when it is done', () => {
    expect(messageProblems(doneMessage(long(5000), 1042, reader).blocks)).toEqual([])
  })

  test('every form and every button has a listener', () => {
    for (const [, view] of views) {
      if (view.submit) expect(submissions).toHaveProperty(view.callback_id!)
      if (view.notify_on_close && textOf(view).includes('plain_text_input')) expect(closings).toHaveProperty(view.callback_id!)
      for (const [, id] of textOf(view).matchAll(/"type":"button"[^}]*?"action_id":"(\w+)"/g)) expect(actions).toHaveProperty(id!)
      if (textOf(view).includes('external_select')) expect(searches).toHaveProperty('owner')
    }
  })
})

describe('what each form asks for', () => {
  const table: [CaseAction, string[], RegExp][] = [
    ['reply', ['Message'], /Goes to the desk/],
    ['notSolved', ['Message'], /what is still wrong/],
    ['note', ['Message'], /Only your organization sees it/],
    ['severity', ['Severity', 'Reason'], /Severity now: 🟠 P2 · High/],
    ['handOver', ['Owner'], /Ben/],
    ['share', ['Share with'], /it@acme\.example.*Stop sharing/],
    ['unshare', [], /it@acme\.example.*Stop sharing/],
    ['escalate', ['Reason', 'Justification'], /a manager must approve this first/],
    ['close', ['Reason'], /can be reopened/],
    ['reopen', ['Reason'], /can be reopened until Mar 2, 2026/],
  ]
  test.each(table)('%s', (action, asked, says) => {
    const view = draw(action, form)
    expect(labels(view)).toEqual(asked)
    expect(textOf(view)).toMatch(says)
    expect(textOf(view)).toContain('#1042 · Mail arrives late')
  })

  test('an approval is told of only where one is needed', () => {
    expect(textOf(draw('escalate', { ...form, needsApproval: false }))).not.toContain('approve')
  })

  test('what was kept stands in the form, which says so', () => {
    const view = textOf(draw('reply', form, { before: (field) => (field === 'message' ? 'Half a sentence' : undefined), fromBefore: true }))
    expect(view).toContain('Half a sentence')
    expect(view).toContain('You wrote this before and did not send it')
    expect(textOf(draw('reply', form))).not.toContain('You wrote this before')
  })

  test('the chosen severity and colleague are chosen beforehand', () => {
    expect(draw('severity', form, { before: (field) => (field === 'severity' ? 'P1' : undefined) })).toMatchObject({ blocks: expect.arrayContaining([expect.objectContaining({ element: expect.objectContaining({ initial_option: expect.objectContaining({ value: 'P1' }) }) })]) })
    expect(textOf(draw('handOver', form, { before: () => 'a-ben' }))).toContain('"initial_option":{"text":{"type":"plain_text","text":"Ben"')
  })
})

test('what somebody did meanwhile stands above the form, cut and escaped, and the form goes on from there (CASE-8)', () => {
  const view = overtakenVerb(shown(draw('reply', form)), { ...kept, seen: form.seen }, {
    code: 'case_changed', number: 1042, seen: { version: 4, entry: 8 },
    entries: [{ at: now, kind: 'REPLY', authorName: 'Ben', text: `<!channel> ${'word '.repeat(200)}`, data: null }],
  }, english)
  expect(textOf(view)).toMatch(/\*Ben\* wrote to the desk.*&lt;!channel&gt; word/)
  expect(textOf(view).match(/submit (again|it again)/g), 'what to do next is said once').toHaveLength(1)
  expect(textOf(view).match(/word /g)!.length).toBeLessThan(40)
  expect(JSON.parse(view.private_metadata!)).toMatchObject({ seen: { version: 4, entry: 8 } })
  expect(view.notify_on_close).toBe(true)
})
