import type { ViewOutput } from '@slack/bolt'
import type { InputBlock } from '@slack/types'
import { expect, test } from 'vitest'
import { viewProblems } from '../../src/sandbox/block-kit/surfaces.js'
import { formAgain, hasInputs } from '../../src/slack/modals/form-again.js'
import { formBlock } from '../../src/slack/views/form-blocks.js'
import { addAccountForm } from '../../src/slack/views/portal/account-form.js'
import { policyForm } from '../../src/slack/views/portal/policy-form.js'
import * as sample from './portal/portal-samples.js'
import { english } from './samples.js'

type State = Record<string, Record<string, object>>

/** The view as Slack sends it back, with what stands in its fields. */
const submitted = (view: object, values: Record<string, object>): ViewOutput => {
  const inputs = (view as { blocks: InputBlock[] }).blocks.filter(({ type }) => type === 'input')
  const state: State = Object.fromEntries(inputs.map((block) => [block.block_id!, { [(block.element as { action_id: string }).action_id]: values[block.block_id!] ?? {} }]))
  return { ...view, state: { values: state } } as unknown as ViewOutput
}
const elementOf = (view: { blocks: object[] }, blockId: string): object => (view.blocks as InputBlock[]).find(({ block_id }) => block_id === blockId)!.element

test('everything typed and chosen stands in the form again, with the words above', () => {
  const view = submitted(addAccountForm(sample.form, {}, english), {
    [formBlock('email')]: { value: 'nils@elsewhere.example' },
    [formBlock('personEmail')]: { value: null },
    [formBlock('roles')]: { selected_options: [{ text: { type: 'plain_text', text: 'Reseller Admin', emoji: true }, value: 'reseller-admin' }] },
    [formBlock('unit')]: { selected_option: { text: { type: 'plain_text', text: '/', emoji: true }, value: 'unit-2' } },
    [formBlock('licence')]: { selected_options: [] },
  })
  const again = formAgain(view, '⚠️ Not <here>')
  expect(viewProblems(again, 'modal')).toEqual([])
  expect(JSON.stringify(again.blocks[0])).toContain('⚠️ Not &lt;here&gt;')
  expect(elementOf(again, formBlock('email'))).toMatchObject({ initial_value: 'nils@elsewhere.example' })
  expect(elementOf(again, formBlock('personEmail'))).not.toHaveProperty('initial_value')
  expect(elementOf(again, formBlock('roles'))).toMatchObject({ initial_options: [{ value: 'reseller-admin' }] })
  expect(elementOf(again, formBlock('unit'))).toMatchObject({ initial_option: { value: 'unit-2' } })
  expect(elementOf(again, formBlock('licence'))).not.toHaveProperty('initial_options')
  expect(again).toMatchObject({ callback_id: view.callback_id, private_metadata: view.private_metadata, submit: view.submit })
})

test('a field that was emptied stays empty, and a second refusal takes the words of the first one’s place', () => {
  const view = submitted(policyForm(sample.policy, english), {
    [formBlock('updatesChannel')]: { selected_conversation: null },
    [formBlock('approvalChannel')]: { selected_conversation: 'C0OTHER' },
  })
  const once = formAgain(view, 'First')
  expect(elementOf(once, formBlock('updatesChannel'))).not.toHaveProperty('initial_conversation')
  expect(elementOf(once, formBlock('approvalChannel'))).toMatchObject({ initial_conversation: 'C0OTHER' })
  const twice = formAgain(submitted(once, {}), 'Second')
  expect(JSON.stringify(twice)).toContain('Second')
  expect(JSON.stringify(twice)).not.toContain('First')
  expect(hasInputs(view)).toBe(true)
  expect(hasInputs({ ...view, blocks: [] })).toBe(false)
})
