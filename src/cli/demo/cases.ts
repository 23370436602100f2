/** Cases of the demo: every state, both resellers, and closings on both sides of the reopening window. */
import type { CaseKind, CaseState, Severity } from '../../domain/words.js'

/** Something that happened after filing, `hours` ago, oldest first. */
export interface DemoEvent {
  hours: number
  /** An account's address; `desk`: somebody at the vendor's. */
  by: string
  reply?: string
  note?: string
  state?: CaseState
  severity?: Severity
  escalated?: string
}

export interface DemoCase {
  customer: string
  kind?: CaseKind
  /** An account's address, or for a direct case the customer's person. */
  by: string
  owner?: string
  title: string
  category: string
  severity: Severity
  /** Answers by question, where the usual ones do not fit. */
  answers: Record<string, string>
  filedHours: number
  /** From the beginning; NEW unless told otherwise. */
  state?: CaseState
  events?: DemoEvent[]
  portalNumber?: string
}

const day = 24
const aiko = 'aiko@hikari.example'
const camille = 'camille@hikari.example'
const mei = 'mei@hikari.example'
const dana = 'dana@hikari.example'
const sven = 'sven@boreal.example'
const jisoo = 'jisoo@boreal.example'
const desk = 'desk'

/** In the order they were filed. */
export const demoCases: readonly DemoCase[] = [
  {
    customer: 'wayne.example', kind: 'DIRECT', by: 'Lucius Reed', title: 'Calendar invitations arrive twice', category: 'calendar-events-invitations', severity: 'P3', filedHours: 45 * day,
    answers: { what: 'Everybody invited to a meeting gets the invitation twice, once from the organizer and once from a room.', when: 'Since the Monday before last', who: 'all' },
    events: [{ hours: 44 * day, by: desk, reply: 'We see the duplicate in the logs: an old calendar resource is still a member. Please remove it.', state: 'SOLUTION_PROVIDED' }],
  },
  {
    customer: 'wonka.example', by: aiko, title: 'Delivery to one partner domain is delayed by hours', category: 'gmail-delivery-delayed', severity: 'P2', filedHours: 36 * day,
    answers: { what: 'Messages to one supplier arrive two to five hours late. Other domains are fine.', when: 'Every weekday after 09:00 London time', who: 'all' },
    events: [
      { hours: 35 * day, by: desk, reply: 'The receiving server asks us to slow down. We have raised the rate with its operator.', state: 'IN_PROGRESS' },
      { hours: 31 * day, by: aiko, reply: 'The customer confirms that messages arrive at once again.', state: 'CLOSED' },
    ],
  },
  {
    customer: 'tyrell.example', by: camille, title: 'Shared drive lost its managers after an offboarding', category: 'drive-sharing-shared-drives', severity: 'P3', filedHours: 33 * day,
    answers: { what: 'A shared drive has no manager left, so nobody can add members.', when: 'After an account was removed', changed: 'One account was deleted.' },
    events: [
      { hours: 32 * day, by: desk, reply: 'A super admin can add a manager in the Admin console, under Apps, Drive, Manage shared drives.', state: 'SOLUTION_PROVIDED' },
      // One hour before the window closes (CASE-6).
      { hours: 30 * day - 1, by: camille, reply: 'Done, thank you.', state: 'CLOSED' },
    ],
  },
  {
    customer: 'vandelay.example', by: sven, title: 'Scanner cannot send through the SMTP relay', category: 'gmail-routing-smtp-relay', severity: 'P3', filedHours: 12 * day, portalNumber: '48210377',
    answers: { what: 'The office scanner gets an authentication error from the relay.', when: 'After the firmware update', error: '550 5.7.1 Invalid credentials for relay' },
    events: [
      { hours: 11 * day, by: sven, reply: 'Desk: the address of the office changed; it must be allowed in the relay settings.', state: 'SOLUTION_PROVIDED' },
      { hours: day, by: sven, reply: 'The scanner sends again.', state: 'CLOSED' },
    ],
  },
  {
    customer: 'cyberdyne.example', by: jisoo, owner: sven, title: 'Number porting is stuck in review', category: 'voice-numbers-porting', severity: 'P3', filedHours: 9 * day, portalNumber: '48211902',
    answers: { what: 'A port of twelve numbers has been in review for nine days.', number: 'user', when: 'Submitted nine days ago' },
    events: [{ hours: 3 * day, by: sven, reply: 'Desk: the losing carrier asks for the latest invoice.', state: 'ACTION_REQUIRED' }],
  },
  {
    customer: 'hooli.example', by: sven, title: 'Directory sync removes contractors from groups', category: 'identity-directory-sync', severity: 'P2', filedHours: 6 * day, portalNumber: '48213340',
    answers: { what: 'Every sync takes contractors out of their groups, and the next one puts them back.', provider: 'entra', when: 'Since the last connector update' },
    events: [{ hours: 5 * day, by: sven, reply: 'Desk: they are looking at the connector’s logs.', state: 'IN_PROGRESS' }],
  },
  {
    customer: 'wonka.example', by: aiko, title: 'All sign-ins by SAML fail since the certificate changed', category: 'security-identity-saml', severity: 'P1', filedHours: 5 * day,
    answers: { what: 'Nobody can sign in through the identity provider. Super admins still can.', provider: 'okta', when: 'Right after the certificate was renewed', error: 'This account cannot be accessed because the login credentials could not be verified.' },
    events: [
      { hours: 5 * day - 1, by: desk, reply: 'The uploaded certificate is the old one. Please upload the renewed one for the SSO profile in use.', state: 'IN_PROGRESS' },
      { hours: 5 * day - 2, by: dana, escalated: 'Production stands still until people can sign in.' },
      { hours: 5 * day - 4, by: desk, reply: 'Sign-ins work again on our side.', state: 'SOLUTION_PROVIDED' },
    ],
  },
  {
    customer: 'nakatomi.example', by: mei, owner: aiko, title: 'Search in Gmail finds nothing older than a month', category: 'gmail-use-interface', severity: 'P3', filedHours: 4 * day,
    answers: { what: 'Searching finds messages of the last month only. Scrolling shows the older ones.', who: 'some', where: 'web' },
    events: [
      { hours: 3 * day, by: desk, reply: 'Which search words were used, and does a search in a private window behave the same?', state: 'ACTION_REQUIRED' },
      { hours: 2 * day, by: aiko, note: 'Asked the customer; an answer is expected after the long weekend.' },
    ],
  },
  {
    customer: 'oceanic.example', by: sven, title: 'Meeting rooms show the wrong building after a move', category: 'calendar-sharing-rooms', severity: 'P4', filedHours: 3 * day, portalNumber: '48214418',
    answers: { what: 'Rooms of the new terminal still stand under the old building.', when: 'After the move last week', changed: 'The building was renamed.' },
    events: [{ hours: 2 * day, by: sven, reply: 'Desk: the change is still spreading; it should be done tomorrow.', state: 'IN_PROGRESS' }],
  },
  {
    customer: 'tyrell.example', by: camille, title: 'Devices leave Cloud Identity after two days', category: 'identity-access-devices', severity: 'P3', filedHours: 30,
    answers: { what: 'Enrolled laptops disappear from the list two days after they joined.', device: 'Windows 11 laptops', when: 'Since last Thursday' },
    events: [{ hours: 26, by: desk, reply: 'We can reproduce it and have told the engineers.', state: 'IN_PROGRESS' }],
  },
  {
    customer: 'nakatomi.example', by: aiko, title: 'Storage is reported full although files were deleted', category: 'drive-files-storage', severity: 'P3', filedHours: 20,
    answers: { what: 'The pool is reported at 100 percent two days after large files were deleted.', when: 'Two days ago', who: 'all' },
    events: [{ hours: 6, by: aiko, reply: 'New accounts cannot be added while the pool is full.', severity: 'P2' }],
  },
  {
    customer: 'oceanic.example', by: jisoo, title: 'Phishing passes as a message of the ground crew', category: 'gmail-spam-received', severity: 'P2', filedHours: 7,
    answers: { what: 'Messages that imitate the crew roster get through the filter.', when: 'This morning', who: 'some' },
  },
  {
    customer: 'vandelay.example', by: sven, title: 'Invoice shows seats that were cancelled', category: 'billing-payments-invoice', severity: 'P4', filedHours: 5,
    answers: { what: 'The invoice holds ten seats that were cancelled before the renewal.', seats: 'Business Starter, 25 instead of 15', when: 'October' },
  },
  {
    customer: 'wonka.example', by: camille, title: 'Vault export stops at 90 percent', category: 'vault-search-export', severity: 'P3', filedHours: 3,
    answers: { what: 'The export of a matter stops at 90 percent and then fails.', when: 'Yesterday, twice', error: 'Export failed. Try again later.' },
  },
  {
    customer: 'cyberdyne.example', by: sven, title: 'Calls break up for everybody on the new network', category: 'voice-calls-quality', severity: 'P1', filedHours: 1, state: 'PENDING_APPROVAL',
    answers: { what: 'Calls break up every few seconds at headquarters.', number: 'user', when: 'Since this morning', who: 'all' },
  },
]
