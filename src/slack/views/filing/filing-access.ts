import type { Button } from '@slack/types'
import type { AccessBlock } from '../../../domain/access/access.js'
import type { ProductChoice } from '../../../domain/cases/filing-form.js'
import { languageOf, wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { accessBrief, accessNext, accessWords } from '../access/access-words.js'
import { button, context, option, plain, section } from '../blocks.js'
import { categoryOption, customerOption } from './choices.js'
import { clockDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { blockIdOf } from './filing-block-ids.js'
import type { Blocks, FilingPart } from './filing-look.js'
import { actionIds } from '../ids.js'
import { input } from './input-block.js'
import { limits } from '../limits.js'

export function customerPart({ form, look, say }: FilingPart): Blocks {
  if (form.own) return [section(`*${say('filing.customer')}*\n${escapeCut(form.customer ? `${form.customer.name} · ${form.customer.domain}` : look.domain, limits.section)}`)]
  return [input({
    blockId: blockIdOf('customer', form.draftId),
    label: say('filing.customer'),
    dispatch: true,
    hint: say(form.noCustomers ? 'filing.no_customers' : 'filing.customer_hint', { domain: look.domain }),
    element: {
      type: 'external_select',
      action_id: actionIds.customer,
      min_query_length: 0,
      placeholder: plain(say('filing.customer_placeholder'), limits.placeholder),
      ...(form.customer ? { initial_option: customerOption(form.customer, look.reader) } : {}),
    },
  })]
}

/** Can be chosen: what is filed elsewhere too, for it is answered with where to go. */
const open = (product: ProductChoice): boolean => product.block === null || product.elsewhere

/** Nothing can be filed for this customer: product type and category are rows with a lock (ACCESS-4). */
export function isLocked({ form }: Pick<FilingPart, 'form'>): boolean {
  return form.customer?.access === 'locked' || !form.products.some((product) => product.block === null)
}

export function productPart(part: FilingPart): Blocks {
  const { form, say } = part
  if (isLocked(part)) return [lockedRow(part, say('filing.product_type')), lockStepsRow(part)].flat()
  const options = form.products.filter(open).slice(0, limits.options).map((product) =>
    option(product.id, product.name, product.elsewhere ? say('filing.product_elsewhere') : undefined))
  const chosen = options.find((each) => each.value === form.values.productId)
  const elsewhere = chosenElsewhere(form)
  const closed = closedProducts(part)
  const pending = form.products.some(({ block }) => block !== null && onItsWay.includes(block.reason))
  return [
    input({
      blockId: blockIdOf('productType', form.draftId, form.customer?.id ?? 0, chosen?.value ?? ''),
      label: say('filing.product_type'),
      dispatch: true,
      element: {
        type: 'static_select',
        action_id: actionIds.productType,
        placeholder: plain(say('filing.product_placeholder'), limits.placeholder),
        options,
        ...(chosen ? { initial_option: chosen } : {}),
      },
    }),
    ...(elsewhere ? [context(`👉 ${escapeCut(say('filing.product_elsewhere_row', { product: elsewhere.name }), limits.context)}`)] : []),
    ...(form.customer && closed.length > 0 ? [context(escapeCut(closed.join('\n'), limits.context))] : []),
    ...(form.customer && pending ? [{ type: 'actions' as const, elements: [itWorksNow({ id: form.customer.id, name: escapeLine(form.customer.name, 40) }, say)] }] : []),
  ]
}

/** A row for each product that somebody could open, and one for all that the customer does not hold. */
function closedProducts({ form, look, say }: FilingPart): string[] {
  const closed = form.products.flatMap(({ name, block, elsewhere }) => (block === null || elsewhere ? [] : [{ name, block }]))
  const unheld = closed.filter(({ block }) => block.reason === 'no_subscription').map(({ name }) => name)
  return [
    ...closed.filter(({ block }) => block.reason !== 'no_subscription').map(({ name, block }) =>
      say('filing.product_locked_row', { product: name, reason: accessBrief(block, look.reader) })),
    ...(unheld.length > 0 ? [say('filing.products_not_held', { products: unheld.join(', ') })] : []),
  ]
}

const listed = (names: readonly string[], { locale }: Reader): string => new Intl.ListFormat(languageOf(locale), { type: 'conjunction' }).format(names)

/** The product chosen, if its cases are filed elsewhere. */
function chosenElsewhere(form: FilingPart['form']): ProductChoice | undefined {
  return form.products.find((product) => product.id === form.values.productId && product.elsewhere)
}

/** Left out where cases are filed elsewhere: a category chosen before waits in the draft. */
export function categoryPart(part: FilingPart): Blocks {
  const { form, look, say } = part
  if (chosenElsewhere(form)) return []
  if (isLocked(part)) return lockedRow(part, say('filing.category'))
  return [input({
    blockId: blockIdOf('category', form.draftId, form.category?.id ?? ''),
    label: say('filing.category'),
    dispatch: true,
    ...(form.category ? {} : { hint: say('filing.category_hint') }),
    element: {
      type: 'external_select',
      action_id: actionIds.category,
      min_query_length: 0,
      placeholder: plain(say('filing.category_placeholder'), limits.placeholder),
      ...(form.category ? { initial_option: categoryOption(form.category, look.reader) } : {}),
    },
  })]
}

function lockedRow({ form, look, say }: FilingPart, label: string): Blocks {
  const block = blockOf(form)
  const reason = block ? closedWords(block, form.own === true, look.reader) : ''
  return [section(`*${label}*\n${escapeCut(say('filing.locked_row', { reason }), 2800)}`)]
}

/** A customer is told of itself. */
function closedWords(block: AccessBlock, own: boolean, reader: Reader): string {
  return own && block.reason === 'no_subscription' ? wordsFor(reader)('filing.own_no_subscription') : accessWords(block, reader)
}

const blockOf = (form: FilingPart['form']) => form.customer?.block ?? form.products.find((product) => product.block !== null)?.block ?? null

/** What somebody can be asked to open: a manager of the own domain, or the customer's admin (ACCESS-2). */
const askable: readonly AccessBlock['reason'][] = ['switch_off', 'consent_missing', 'grant_missing']

/** What was given and may work already, whatever the clock says (ACCESS-3). */
const onItsWay: readonly AccessBlock['reason'][] = ['switch_pending', 'grant_pending']

/** What to do about the lock: confirm that it is open, wait for who was asked already, ask, or whom else to talk to. */
function lockStepsRow({ form, look, say }: FilingPart): Blocks {
  const block = blockOf(form)
  if (!form.customer || !block) return []
  const customer = { id: form.customer.id, name: escapeLine(form.customer.name, 40) }
  const row = (words: string, ...buttons: Button[]): Blocks =>
    [context(escapeCut(words, limits.context)), ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : [])]
  if (form.own) return row(say('filing.own_closed_next'))
  const { accessRequested: asked, managers = [] } = form
  if (onItsWay.includes(block.reason)) return row(accessNext(block, look.reader), itWorksNow(customer, say))
  if (asked) return row(say('filing.access_requested', { admins: listed(asked.admins, look.reader), at: clockDate(asked.at, look.reader) }))
  const next = managers.length > 0 ? say('filing.ask_managers', { managers: listed(managers, look.reader) }) : accessNext(block, look.reader)
  return askable.includes(block.reason) ? row(next, requestAccess(customer, say)) : row(next)
}

function requestAccess({ id, name }: { id: number; name: string }, say: Say): Button {
  return button({
    text: say('filing.request_access'), label: say('filing.request_access_for', { customer: name }),
    actionId: actionIds.requestAccess, value: String(id), style: 'primary',
  })
}

function itWorksNow({ id, name }: { id: number; name: string }, say: Say): Button {
  return button({
    text: say('filing.it_works_now'), label: say('filing.it_works_now_for', { customer: name }),
    actionId: actionIds.itWorksNow, value: String(id), style: 'primary',
  })
}
