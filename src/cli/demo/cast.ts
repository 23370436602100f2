/** The people and channels of the demo workspace; their accounts are in directory.ts. */
import type { Channel, Person } from '../../sandbox/protocol.js'

export const demoTeam = { id: 'T0ONBEHALF', name: 'Onbehalf demo' }
export const demoBot = { userId: 'U0ONBEHALF', name: 'onbehalf' }

export const demoPeople: readonly Person[] = [
  { id: 'U0DEMOAIKO', name: 'Aiko Tanaka', email: 'aiko@hikari.example', locale: 'ja-JP', timeZone: 'Asia/Tokyo', title: 'Agent at hikari.example' },
  { id: 'U0DEMOCAMILLE', name: 'Camille Laurent', email: 'camille@hikari.example', locale: 'fr-FR', timeZone: 'Europe/Paris', title: 'Agent at hikari.example' },
  { id: 'U0DEMOMEI', name: 'Mei Lin', email: 'mei@hikari.example', locale: 'zh-TW', timeZone: 'Asia/Taipei', title: 'Agent at hikari.example and boreal.example' },
  { id: 'U0DEMOSVEN', name: 'Sven Berg', email: 'sven@boreal.example', locale: 'sv-SE', timeZone: 'Europe/Stockholm', title: 'Agent at boreal.example' },
  { id: 'U0DEMOJISOO', name: 'Jisoo Han', email: 'jisoo@boreal.example', locale: 'ko-KR', timeZone: 'Asia/Seoul', title: 'Agent at boreal.example, with a legacy role' },
  { id: 'U0DEMODANA', name: 'Dana Reed', email: 'dana@hikari.example', locale: 'en-US', timeZone: 'America/New_York', title: 'Manager at hikari.example' },
  { id: 'U0DEMONOOR', name: 'Noor Aziz', email: 'noor@hikari.example', locale: 'en-GB', timeZone: 'Asia/Dubai', title: 'Manager at hikari.example' },
  { id: 'U0DEMOELSA', name: 'Elsa Lund', email: 'elsa@boreal.example', locale: 'sv-SE', timeZone: 'Europe/Stockholm', title: 'Manager and super admin at boreal.example' },
  { id: 'U0DEMOOMAR', name: 'Omar Said', email: 'omar@hikari.example', locale: 'en-GB', timeZone: 'Europe/London', title: 'Super admin at hikari.example' },
  { id: 'U0DEMONOVA', name: 'Nova Park', email: 'nova@hikari.example', locale: 'en-US', timeZone: 'America/Los_Angeles', title: 'At hikari.example, without a role' },
  { id: 'U0DEMOPETRA', name: 'Petra Vogel', email: 'petra@acme.example', locale: 'en-GB', timeZone: 'Europe/Berlin', title: 'Customer: super admin of acme.example', isGuest: true },
  { id: 'U0DEMOLIAM', name: 'Liam Ortiz', email: 'liam@globex.example', locale: 'en-US', timeZone: 'America/Chicago', title: 'Customer: super admin of globex.example', isGuest: true },
  { id: 'U0DEMOINES', name: 'Ines Costa', email: 'ines@initech.example', locale: 'en-GB', timeZone: 'Europe/Lisbon', title: 'Customer: super admin of initech.example', isGuest: true },
  { id: 'U0DEMOROSA', name: 'Rosa Marin', email: 'rosa@fixit.example', locale: 'en-GB', timeZone: 'Europe/Madrid', title: 'Support partner: agent and verifier at fixit.example', isGuest: true },
  { id: 'U0DEMOTOMAS', name: 'Tomas Dvorak', email: 'tomas@desk.example', locale: 'en-GB', timeZone: 'Europe/Prague', title: 'Support desk: agent at desk.example' },
]

const hikari = idsOf('aiko', 'camille', 'mei', 'dana', 'noor', 'omar', 'nova')
const boreal = idsOf('mei', 'sven', 'jisoo', 'elsa')

/** Everybody who is at no reseller. */
const guests = idsOf('petra', 'liam', 'ines', 'rosa', 'tomas')

/**
 * Private, each to the people of one reseller: cards name customers (SCOPE-1). No card is ever posted in the lounge.
 * The bot is in all of them.
 */
export const demoChannels: readonly Channel[] = [
  channel('C0DEMOUPDATES', 'case-updates', 'Case updates of hikari.example', hikari),
  channel('C0DEMOBOREAL', 'team-boreal', 'The boreal.example team, and its case updates', boreal),
  channel('C0DEMOHIKARI', 'team-hikari', 'The hikari.example team', hikari),
  channel('C0DEMOAPPROVALS', 'approvals', 'Requests that managers of hikari.example decide', idsOf('dana', 'noor', 'omar')),
  channel('C0DEMOAPPROVALSB', 'approvals-boreal', 'Requests that managers of boreal.example decide', idsOf('elsa')),
  channel('C0DEMOLOUNGE', 'support-lounge', 'Guests and the support desk: try the commands here', guests),
]

/** What `ONBEHALF_UPDATES_CHANNEL` is in the demo. */
export const demoUpdatesChannels = 'hikari.example=C0DEMOUPDATES,boreal.example=C0DEMOBOREAL'

function idsOf(...names: string[]): string[] {
  return names.map((name) => `U0DEMO${name.toUpperCase()}`)
}

function channel(id: string, name: string, topic: string, members: string[]): Channel {
  return { id, name, kind: 'channel', isPrivate: true, topic, members: [...members, demoBot.userId] }
}
