import type { App } from '@slack/bolt'
import type { Edge } from './edge.js'
import { action, closing, command, homeOpened, search, shortcut, submission, userChanged } from './listeners.js'
import { actions, closings, commands, events, searches, shortcuts, submissions } from './routes.js'
import { unknownAction, unknownCommand, unknownShortcut, unknownSubmission } from './unknown.js'

/** Hands every row of the tables to Bolt, and what is in none of them to words. */
export function register(app: App, edge: Edge): void {
  for (const [name, run] of Object.entries(commands)) app.command(name, command(edge, run))
  for (const [id, run] of Object.entries(shortcuts)) app.shortcut({ callback_id: id }, shortcut(edge, run))
  for (const [id, run] of Object.entries(submissions)) app.view({ callback_id: id, type: 'view_submission' }, submission(edge, run))
  for (const [id, run] of Object.entries(closings)) app.view({ callback_id: id, type: 'view_closed' }, closing(edge, run))
  for (const [id, run] of Object.entries(actions)) app.action({ type: 'block_actions', action_id: id }, action(edge, run))
  for (const [id, run] of Object.entries(searches)) app.options({ type: 'block_suggestion', action_id: id }, search(edge, run))
  app.event('app_home_opened', homeOpened(edge, events.app_home_opened))
  app.event('user_change', userChanged(edge, events.user_change))

  app.command(noneOf(commands), command(edge, unknownCommand))
  app.shortcut({ callback_id: noneOf(shortcuts) }, shortcut(edge, unknownShortcut))
  app.view({ callback_id: noneOf(submissions), type: 'view_submission' }, submission(edge, unknownSubmission))
  app.view({ callback_id: noneOf(closings), type: 'view_closed' }, closing(edge, () => Promise.resolve()))
  app.action({ type: 'block_actions', action_id: noneOf(actions) }, action(edge, unknownAction))
  app.options({ type: 'block_suggestion', action_id: noneOf(searches) }, search(edge, () => Promise.resolve([])))
}

const noneOf = (table: object): RegExp => new RegExp(`^(?!(?:${Object.keys(table).join('|')})$)`)
