/** Every listener of the bot, one line each. manifest.yml declares the same; a test compares the two. */
import type { App } from '@slack/bolt'
import { approve, decline, openHandOn, review, turnApprovalsPage, withdraw } from './actions/approvals.js'
import { continueDraft, discard, startFiling } from './actions/drafts.js'
import { requestCustomerAccess } from './actions/request-access.js'
import { turnPage } from './actions/turn-page.js'
import { viewCase } from './actions/view-case.js'
import { approvalsCommand } from './commands/approvals/approvals.js'
import { caseCommand } from './commands/case/case.js'
import type { Edge } from './edge.js'
import { openHomeTab } from './home/open-home-tab.js'
import { action, closing, command, homeOpened, search, shortcut, submission } from './listeners.js'
import type { OnAction, OnClosed, OnCommand, OnHome, OnSearch, OnShortcut, OnSubmit } from './listeners.js'
import { redrawFiling, saveTyped } from './modals/change-filing.js'
import { submitDecision } from './modals/decide-approval.js'
import { submitHandOn } from './modals/hand-on-approval.js'
import { categories, customers, timeZones } from './modals/searches.js'
import { fileCase, fileCaseFromMessage } from './modals/shortcuts.js'
import { confirmFiling, submitFiling } from './modals/submit-filing.js'
import { unknownAction, unknownCommand, unknownShortcut, unknownSubmission } from './unknown.js'
import { actionIds, callbackIds } from './views/ids.js'

export const commands: Record<string, OnCommand> = {
  '/case': caseCommand,
  '/approvals': approvalsCommand,
}

export const shortcuts: Record<string, OnShortcut> = {
  [callbackIds.fileCase]: fileCase,
  [callbackIds.fileCaseFromMessage]: fileCaseFromMessage,
}

export const events: { app_home_opened: OnHome } = {
  app_home_opened: openHomeTab,
}

export const submissions: Record<string, OnSubmit> = {
  [callbackIds.fileCase]: submitFiling,
  [callbackIds.confirmPersonalData]: confirmFiling,
  [callbackIds.decideApproval]: submitDecision,
  [callbackIds.handOnApproval]: submitHandOn,
}

export const closings: Record<string, OnClosed> = {
  [callbackIds.fileCase]: saveTyped,
}

export const actions: Record<string, OnAction> = {
  [actionIds.viewCase]: viewCase,
  [actionIds.openFiling]: startFiling,
  [actionIds.requestAccess]: requestCustomerAccess,
  [actionIds.continueDraft]: continueDraft,
  [actionIds.discardDraft]: discard,
  [actionIds.listPage]: turnPage,
  [actionIds.approve]: approve,
  [actionIds.decline]: decline,
  [actionIds.review]: review,
  [actionIds.withdrawApproval]: withdraw,
  [actionIds.handOnApproval]: openHandOn,
  [actionIds.approvalsPage]: turnApprovalsPage,
  [actionIds.customer]: redrawFiling,
  [actionIds.productType]: redrawFiling,
  [actionIds.category]: redrawFiling,
  [actionIds.title]: saveTyped,
  [actionIds.answer]: saveTyped,
  [actionIds.keptFiles]: saveTyped,
  [actionIds.attachments]: saveTyped,
  [actionIds.severity]: saveTyped,
  [actionIds.language]: saveTyped,
  [actionIds.timeZone]: saveTyped,
  [actionIds.shareWith]: saveTyped,
  [actionIds.tellAuthor]: saveTyped,
}

export const searches: Record<string, OnSearch> = {
  [actionIds.customer]: customers,
  [actionIds.category]: categories,
  [actionIds.timeZone]: timeZones,
}

/** Hands every row of the tables to Bolt, and what is in none of them to words. */
export function register(app: App, edge: Edge): void {
  for (const [name, run] of Object.entries(commands)) app.command(name, command(edge, run))
  for (const [id, run] of Object.entries(shortcuts)) app.shortcut({ callback_id: id }, shortcut(edge, run))
  for (const [id, run] of Object.entries(submissions)) app.view({ callback_id: id, type: 'view_submission' }, submission(edge, run))
  for (const [id, run] of Object.entries(closings)) app.view({ callback_id: id, type: 'view_closed' }, closing(edge, run))
  for (const [id, run] of Object.entries(actions)) app.action({ type: 'block_actions', action_id: id }, action(edge, run))
  for (const [id, run] of Object.entries(searches)) app.options({ type: 'block_suggestion', action_id: id }, search(edge, run))
  app.event('app_home_opened', homeOpened(edge, events.app_home_opened))

  app.command(noneOf(commands), command(edge, unknownCommand))
  app.shortcut({ callback_id: noneOf(shortcuts) }, shortcut(edge, unknownShortcut))
  app.view({ callback_id: noneOf(submissions), type: 'view_submission' }, submission(edge, unknownSubmission))
  app.view({ callback_id: noneOf(closings), type: 'view_closed' }, closing(edge, () => Promise.resolve()))
  app.action({ type: 'block_actions', action_id: noneOf(actions) }, action(edge, unknownAction))
  app.options({ type: 'block_suggestion', action_id: noneOf(searches) }, search(edge, () => Promise.resolve([])))
}

const noneOf = (table: object): RegExp => new RegExp(`^(?!(?:${Object.keys(table).join('|')})$)`)
