import type { InputBlock, ModalView } from '@slack/types'
import { describe, expect, test } from 'vitest'
import type { AccessBlock } from '../../src/domain/access/access.js'
import { viewProblems } from '../../src/sandbox/block-kit/surfaces.js'
import { actions, searches, submissions, closings } from '../../src/slack/routes.js'
import { filingForm } from '../../src/slack/views/filing/filing-form.js'
import { readFilingValues } from '../../src/slack/modals/read-filing-values.js'
import { emptyForm, english, fullForm, japanese, lockedForm, long, longForm, lookFor } from './samples.js'

const inputs = (view: ModalView): InputBlock[] => view.blocks.filter((block): block is InputBlock => block.type === 'input')
const labels = (view: ModalView): string[] => inputs(view).map((block) => block.label.text)
const wordsIn = (blocks: readonly unknown[]): string => JSON.stringify(blocks)
const labelled = (view: ModalView, label: string): InputBlock => inputs(view).find((block) => block.label.text === label)!

/** The state Slack sends back for a form nobody touched: what the initial values say. */
function untouched(view: ModalView): Record<string, Record<string, unknown>> {
  return Object.fromEntries(inputs(view).map(({ block_id: id, element }) => {
    const initial = element as { action_id?: string; initial_value?: string; initial_option?: unknown; initial_options?: unknown[] }
    return [id!, { [initial.action_id!]: { type: element.type, value: initial.initial_value ?? null, selected_option: initial.initial_option ?? null, selected_options: initial.initial_options ?? [], files: [] } }]
  }))
}

/** A customer's own, which has nothing to choose at the customer; each for another case. */
const ownForm = { ...fullForm, own: true, related: { number: 1042, title: 'Mail <!here> is late' } }
const longOwnForm = { ...longForm, own: true, related: { number: 1042, title: long(200) } }
const lockedOwnForm = {
  ...lockedForm, own: true,
  customer: { ...lockedForm.customer!, access: 'locked' as const, block: { reason: 'no_subscription' as const } },
}

const forms = { emptyForm, fullForm, lockedForm, longForm, ownForm, longOwnForm, lockedOwnForm }

describe.each([english, japanese])('the filing form in $locale', (reader) => {
  test.each(Object.entries(forms))('%s keeps Slack’s limits', (_name, form) => {
    for (const notice of [undefined, long(5000)]) {
      const view = filingForm(form, lookFor(reader, notice ? { notice } : {}))
      expect(viewProblems(view, 'modal')).toEqual([])
      expect(new TextEncoder().encode(JSON.stringify(view)).length).toBeLessThan(250_000)
    }
  })

  test.each(Object.entries(forms))('%s has a listener for everything that can be touched', (_name, form) => {
    const view = filingForm(form, lookFor(reader))
    expect(Object.keys(submissions)).toContain(view.callback_id)
    expect(Object.keys(closings)).toContain(view.callback_id)
    const elements = view.blocks.flatMap((block): { type: string; action_id?: string }[] =>
      'element' in block ? [block.element as { type: string }] : block.type === 'actions' && 'elements' in block ? (block.elements as { type: string }[]) : [])
    expect(elements.length).toBeGreaterThan(5)
    for (const element of elements) {
      expect(Object.keys(actions)).toContain(element.action_id)
      if (element.type === 'external_select') expect(Object.keys(searches)).toContain(element.action_id)
    }
  })

  test('block and action ids are the same in every language', () => {
    const ids = (view: ModalView): unknown[] => inputs(view).map(({ block_id: id, element }) => [id, element.action_id])
    expect(ids(filingForm(fullForm, lookFor(reader)))).toEqual(ids(filingForm(fullForm, lookFor(english))))
  })
})

describe('what the form asks (CASE-1)', () => {
  test('before a customer is chosen', () => {
    expect(labels(filingForm(emptyForm, lookFor(english)))).toEqual([
      'Customer', 'Product type', 'Title', 'Category', 'Attachments', 'Severity', 'Language', 'Time zone', 'Share with',
    ])
  })

  test('everything, in order: questions after the category, kept files before new ones, optional fields last', () => {
    const view = filingForm(fullForm, lookFor(english))
    expect(labels(view)).toEqual([
      'Customer', 'Product type', 'Title', 'Category', 'Question what', 'Question since.when', 'Question who', 'Files to attach', 'Attachments',
      'Severity', 'Language', 'Time zone', 'Share with', 'Original message',
    ])
    expect(view.submit?.text).toBe('Submit')
    expect(view.private_metadata).toBe('draft-2')
    expect(view.notify_on_close).toBe(true)
  })

  test('a customer’s own organization as text, and what it is related to (SCOPE-4, CASE-6)', () => {
    const view = filingForm(ownForm, lookFor(english))
    expect(labels(view)).not.toContain('Customer')
    expect(labels(view)).toContain('Product type')
    expect(wordsIn(view.blocks)).toContain('*Customer*\\nAcme · acme.example')
    expect(wordsIn(view.blocks)).toContain('Related to #1042 · Mail &lt;!here&gt; is late')
    expect(wordsIn(filingForm(fullForm, lookFor(english)).blocks)).not.toContain('Related to')
  })

  test('a customer that holds nothing is told of itself, and offered no request for access', () => {
    const words = wordsIn(filingForm(lockedOwnForm, lookFor(english)).blocks)
    expect(words).toContain('Your organization has no subscription to this product.')
    expect(words).toContain('Ask the super admin of your organization')
    expect(words).not.toContain('request_access')
  })

  test('options carry an id, a name and where they stand', () => {
    const view = filingForm(fullForm, lookFor(english))
    expect(labelled(view, 'Customer').element).toMatchObject({ type: 'external_select', min_query_length: 0, initial_option: { value: '7', text: { text: 'Acme' }, description: { text: 'acme.example · access on' } } })
    expect(labelled(view, 'Category').element).toMatchObject({ initial_option: { value: 'gmail.delayed', text: { text: 'Delayed' }, description: { text: 'Gmail > Delivery' } } })
    expect(labelled(view, 'Time zone').element).toMatchObject({ min_query_length: 0, initial_option: { value: 'Asia/Tokyo', text: { text: 'Asia/Tokyo (UTC+09:00)' } } })
    expect(labelled(view, 'Severity').element).toMatchObject({ type: 'radio_buttons', initial_option: { value: 'P2', description: { text: 'An important function fails for many people' } } })
  })

  test('an untouched form reads back as what it was drawn from (house rule 8)', () => {
    const view = filingForm(fullForm, lookFor(english))
    const { files, ...read } = readFilingValues({ state: { values: untouched(view) }, blocks: view.blocks })
    const { files: _, ...values } = fullForm.values
    expect(read).toEqual({ ...values, answers: { ...values.answers, 'since.when': '' } })
    expect(files).toMatchObject([{ slackFileId: 'F1', chosen: true }])
  })

  test('a change of category renames only the questions and what is chosen for the person', () => {
    const before = filingForm(fullForm, lookFor(english))
    const after = filingForm({ ...fullForm, category: { ...fullForm.category!, id: 'gmail.lost' } }, lookFor(english))
    const kept = (label: string): boolean => labelled(before, label).block_id === labelled(after, label).block_id
    expect(['Customer', 'Title', 'Attachments', 'Severity', 'Share with'].filter((label) => !kept(label))).toEqual([])
    expect(kept('Question what')).toBe(false)
    expect(labelled(before, 'Question what').block_id).toContain('gmail')
  })

  test('another draft is another form: nothing typed in one shows in the other', () => {
    const one = new Set(inputs(filingForm(fullForm, lookFor(english))).map((block) => block.block_id))
    const other = inputs(filingForm({ ...fullForm, draftId: 'draft-x' }, lookFor(english)))
    expect(other.filter((block) => one.has(block.block_id))).toEqual([])
  })

  test('files in the file input are not offered as kept ones too', () => {
    expect(labels(filingForm(fullForm, lookFor(english, { uploaded: ['F1'] })))).not.toContain('Files to attach')
  })

  test('everything that can be filled in tells of it as it is typed', () => {
    expect(inputs(filingForm(fullForm, lookFor(english))).filter((block) => block.dispatch_action !== true)).toEqual([])
  })
})

describe('what cannot be filed', () => {
  test('a locked customer has rows with lock and reason in place of inputs, and a way to ask (ACCESS-4)', () => {
    const view = filingForm(lockedForm, lookFor(english))
    expect(labels(view)).toEqual(['Customer', 'Title', 'Attachments', 'Severity', 'Language', 'Time zone', 'Share with'])
    const words = wordsIn(view.blocks)
    expect(words).toMatch(/\*Product type\*\\n🔒 The customer turned reseller access off/)
    expect(words).toMatch(/\*Category\*\\n🔒/)
    expect(words).toContain('Liam &lt;Ortiz&gt;')
    expect(words).toContain('"Request access"')
    expect(labelled(view, 'Customer').element).toMatchObject({ initial_option: { description: { text: '🔒 globex.example · reseller access is off' } } })
  })

  test('for a customer that a manager has to agree to support first, that manager is asked (ACCESS-2)', () => {
    const customer = { ...lockedForm.customer!, block: { reason: 'consent_missing', skuName: 'Business Plus' } as const }
    const view = JSON.stringify(filingForm({ ...lockedForm, customer }, lookFor(english)))
    expect(view).toContain('"Request access"')
    expect(view).toContain('a manager of your domain agrees first')
    expect(JSON.stringify(filingForm({ ...lockedForm, customer, managers: ['Rosa Diaz', 'Noor Aziz'] }, lookFor(english)))).toContain('to ask Rosa Diaz and Noor Aziz to agree first')
  })

  test('locked products of an open customer stand under the select with their reason (ACCESS-2)', () => {
    const view = filingForm(fullForm, lookFor(english))
    expect((labelled(view, 'Product type').element as { options: { value: string }[] }).options.map(({ value }) => value)).toEqual(['google-workspace', 'google-cloud'])
    expect(wordsIn(view.blocks)).toContain('Not subscribed: Google Voice')
  })

  test('what the customer does not hold is one row, and every other reason its own', () => {
    const vault = { id: 'vault', name: 'Vault', elsewhere: false, block: { reason: 'no_subscription' as const } }
    const chrome = { id: 'chrome', name: 'Chrome', elsewhere: false, block: { reason: 'grant_pending' as const, skuName: 'Chrome', until: lookFor(english).now } }
    const view = filingForm({ ...fullForm, products: [...fullForm.products, vault, chrome] }, lookFor(english))
    expect(wordsIn(view.blocks)).toContain('🔒 Chrome: grant is pending\\nNot subscribed: Google Voice, Vault')
    expect(wordsIn(view.blocks)).toContain('"action_id":"it_works_now","value":"7"')
    expect(wordsIn(filingForm(fullForm, lookFor(english)).blocks)).not.toContain('it_works_now')
  })

  test('while a request waits the form says who was asked, and offers no second one', () => {
    const words = wordsIn(filingForm({ ...lockedForm, accessRequested: { at: lookFor(english).now, admins: ['Liam <Ortiz>', 'Petra'] } }, lookFor(english)).blocks)
    expect(words).toMatch(/⏳ Requested from Liam &lt;Ortiz&gt; and Petra, Mar 2, 2026/)
    expect(words).not.toContain('Request access')
  })

  const pending: AccessBlock[] = [{ reason: 'switch_pending', until: lookFor(english).now }, { reason: 'grant_pending', skuName: 'Plus', until: lookFor(english).now }]
  test.each(pending)('of what is on its way ($reason) anybody may say that it works, and nobody is asked for it (ACCESS-3)', (block) => {
    const form = { ...lockedForm, customer: { ...lockedForm.customer!, block }, accessRequested: { at: lookFor(english).now, admins: ['Petra'] } }
    const { blocks } = filingForm(form, lookFor(english))
    expect(wordsIn(blocks)).toContain('Try again later')
    expect(blocks).toContainEqual(expect.objectContaining({ type: 'actions', elements: [expect.objectContaining({ text: expect.objectContaining({ text: 'It works now' }), action_id: 'it_works_now', value: '8' })] }))
    expect(wordsIn(blocks)).not.toContain('"Request access"')
  })

  test('nobody is asked for what nobody can open', () => {
    const ended = { ...lockedForm, customer: { ...lockedForm.customer!, block: { reason: 'no_subscription' as const } } }
    expect(wordsIn(filingForm(ended, lookFor(english)).blocks)).not.toMatch(/request_access|it_works_now/)
  })

  test('Google Cloud says where to go, in the select and once it is chosen (CASE-1)', () => {
    const chosen = filingForm({ ...fullForm, values: { ...fullForm.values, productId: 'google-cloud' }, category: null }, lookFor(english))
    expect(labels(chosen)).not.toContain('Category')
    expect(wordsIn(chosen.blocks)).toContain('console.cloud.google.com')
    expect(wordsIn(filingForm(fullForm, lookFor(english)).blocks)).toContain('Filed in the Google Cloud console, not here')
  })
})

test('an unfinished draft is offered at the top, to go on with or to discard', () => {
  const { blocks } = filingForm(fullForm, lookFor(english))
  expect(blocks[0]).toMatchObject({ type: 'section', text: { text: '*You have an unfinished draft*' } })
  expect(blocks[1]).toMatchObject({ type: 'section', text: { text: '«Calendar» · Initech, 5 minutes ago' } })
  expect(blocks[2]).toMatchObject({ type: 'actions', elements: [{ text: { text: 'Go on with it' }, value: 'draft-9' }, { text: { text: 'Discard' }, confirm: { style: 'danger' } }] })
})

test('a support partner without customers is told that nobody has assigned it yet', () => {
  const hint = (form: typeof emptyForm) => labelled(filingForm(form, lookFor(english)), 'Customer').hint?.text
  expect(hint({ ...emptyForm, noCustomers: true })).toMatch(/^No customer has assigned .+ as support partner yet\.$/)
  expect(hint(emptyForm)).toMatch(/^Customers of /)
})

test('words that mean no customer, or several, are answered at the top', () => {
  const top = (customerWords: { words: string; matches: number }) => filingForm({ ...emptyForm, customerWords }, lookFor(english)).blocks[0]
  expect(top({ words: '<hooli>', matches: 0 })).toMatchObject({ text: { text: '⚠️ No customer of your domain is called “&lt;hooli&gt;”.' } })
  expect(top({ words: 'acme', matches: 3 })).toMatchObject({ text: { text: '⚠️ 3 customers match “acme”: choose one at Customer.' } })
  expect(top({ words: 'a', matches: 101 })).toMatchObject({ text: { text: '⚠️ More than 100 customers match “a”: choose one at Customer.' } })
})

test('people’s text is escaped where Slack would read it', () => {
  const { blocks } = filingForm({ ...emptyForm, unfinished: [{ draftId: 'd', title: '<!channel> & *all*', customerName: '<@U1>', updatedAt: lookFor(english).now }] }, lookFor(english))
  expect(blocks[1]).toMatchObject({ text: { text: expect.stringContaining('«&lt;!channel&gt; &amp; ∗all∗» · &lt;@U1&gt;') as unknown } })
})

describe('a draft that was submitted for approval and came back', () => {
  const returned = { how: 'DECLINED', by: 'Dana <Reed>', at: lookFor(english).now, comment: 'Try <!here> first' } as const
  const shown = (change: object) => wordsIn(filingForm({ ...emptyForm, values: { returned: { ...returned, ...change } } }, lookFor(english)).blocks.slice(0, 1))

  test('says above the form who returned it, when and why, escaped', () => {
    const words = shown({})
    expect(words).toContain('"type":"section"')
    expect(words).toContain('Not approved by Dana &lt;Reed&gt;, <!date^')
    expect(words).toContain('“Try &lt;!here&gt; first”')
  })

  test.each([
    ['WITHDRAWN', {}, /Dana &lt;Reed&gt; took the request for approval back/],
    ['EXPIRED', {}, /Nobody approved it in time/],
    ['CLOSED', {}, /could not be filed any more, .*Submit it again/],
    ['CLOSED', { because: 'customer_transferred' }, /went to another domain/],
    ['CLOSED', { because: 'access_missing' }, /access to the customer was missing/],
    ['CLOSED', { because: 'requester_may_not' }, /your account was not allowed/],
  ])('%s %o', (how, more, words) => {
    expect(shown({ how, comment: null, ...more })).toMatch(words)
    expect(shown({ how, comment: null, ...more })).not.toContain('“')
  })

  test('gives its reason where unfinished drafts are offered', () => {
    const draft = { draftId: 'd', title: 'Calendar', customerName: null, updatedAt: lookFor(english).now, returned }
    expect(wordsIn(filingForm({ ...emptyForm, unfinished: [draft] }, lookFor(english)).blocks.slice(0, 4))).toContain('Not approved by Dana')
  })

  test('keeps Slack’s limits', () => {
    const longest = { ...returned, by: long(500), comment: long(3000) }
    const form = { ...fullForm, values: { ...fullForm.values, returned: longest }, unfinished: fullForm.unfinished.map((draft) => ({ ...draft, returned: longest })) }
    expect(viewProblems(filingForm(form, lookFor(english)), 'modal')).toEqual([])
  })
})
