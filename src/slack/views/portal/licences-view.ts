import type { KnownBlock, ModalView } from '@slack/types'
import { maxReason } from '../../../domain/accounts/licence-rules.js'
import type { LicenceState } from '../../../domain/accounts/licence-state.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, fields, section } from '../blocks.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { textInput } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { formView, listView, saidAbove } from './admin-view.js'
import { formInput } from './form-input.js'

/** The pool of free Cloud Identity licences, or how to get one (ACCOUNT-2). */
export function licencesView(state: LicenceState, reader: Reader, said?: string): ModalView {
  const say = wordsFor(reader)
  const blocks = [...saidAbove(said), ...(state.ordered ? pool(state, reader, say) : steps(state, say)), ...warning(state, say)]
  return listView('portal.licences', blocks, { list: 'licences', domain: state.domain }, reader)
}

function pool(state: LicenceState, reader: Reader, say: Say): KnownBlock[] {
  const { requested } = state
  return [
    section(say('portal.licences_of', { domain: escapeLine(state.domain, 255) })),
    fields([
      `*${say('portal.licences_total')}*\n${state.total}`,
      `*${say('portal.licences_assigned')}*\n${state.assigned}`,
      `*${say('portal.licences_free')}*\n${state.left}`,
    ]),
    ...(requested ? [context(`⏳ ${say('portal.licences_requested', { count: requested.count, at: slackDate(requested.at, reader) })}`)] : []),
    { type: 'actions', elements: [button({ text: say('portal.request_more'), actionId: actionIds.openRequestLicences, value: 'more', ...(state.left === 0 ? { style: 'primary' as const } : {}) })] },
  ]
}

function steps(state: LicenceState, say: Say): KnownBlock[] {
  return [
    section(say('portal.licences_not_ordered', { domain: escapeLine(state.domain, 255) })),
    section(say('portal.licences_steps')),
    { type: 'actions', elements: [button({ text: say('portal.have_ordered'), actionId: actionIds.orderLicences, value: 'ordered', style: 'primary' })] },
  ]
}

function warning({ automaticUnits }: LicenceState, say: Say): KnownBlock[] {
  if (automaticUnits.length === 0) return []
  const units = escapeCut(automaticUnits.slice(0, 30).join(', '), 1500)
  return [section(`⚠️ ${say('portal.automatic_units', { units, count: automaticUnits.length })}`)]
}

/** *Request more*. */
export function requestLicencesForm(domain: string, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return formView({
    callbackId: callbackIds.requestLicences,
    title: 'portal.request_more',
    submit: 'portal.ask',
    kept: { domain },
    blocks: [
      section(say('portal.request_more_text')),
      formInput('count', { type: 'number_input', action_id: actionIds.count, is_decimal_allowed: false, min_value: '1', max_value: '500' }, say),
      formInput('reason', textInput({ actionId: actionIds.reason, maxLength: maxReason, multiline: true }), say),
    ],
  }, reader)
}
