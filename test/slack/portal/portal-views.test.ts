import { describe, expect, test } from 'vitest'
import type { HomeValue } from '../../../src/domain/home.js'
import { messageProblems, viewProblems } from '../../../src/sandbox/block-kit/surfaces.js'
import { portalUsage } from '../../../src/slack/commands/portal/portal-usage.js'
import { actions, submissions } from '../../../src/slack/routes.js'
import { whichDomain } from '../../../src/slack/views/portal/act-on.js'
import { accountMessage } from '../../../src/slack/views/portal/account-message.js'
import { addAccountForm, manageAccountForm } from '../../../src/slack/views/portal/account-form.js'
import { alertsForm } from '../../../src/slack/views/portal/alerts-form.js'
import { licencesView, requestLicencesForm } from '../../../src/slack/views/portal/licences-view.js'
import { policyForm } from '../../../src/slack/views/portal/policy-form.js'
import { policySaved } from '../../../src/slack/views/portal/policy-saved.js'
import { roleForm } from '../../../src/slack/views/portal/role-form.js'
import { rolesList } from '../../../src/slack/views/portal/roles-list.js'
import { confirmTwoLicences } from '../../../src/slack/views/portal/two-licences.js'
import { targetsForm } from '../../../src/slack/views/portal/targets-form.js'
import { targetsSaved } from '../../../src/slack/views/portal/targets-saved.js'
import { usersList } from '../../../src/slack/views/portal/users-list.js'
import { homeView } from '../../../src/slack/views/home-view.js'
import { home as sampleHome, homeLook } from '../list-samples.js'
import * as sample from './portal-samples.js'
import { english, japanese, long, now } from '../samples.js'

const deep = { after: 'a'.repeat(900), lacking: true }
const textOf = (shown: unknown): string => JSON.stringify(shown)

describe.each([english, japanese])('within Slack’s limits in $locale', (reader) => {
  const messages = {
    account: accountMessage(sample.sheet, reader, { domain: 'boreal.example' }),
    longAccount: accountMessage(sample.longSheet, reader, { domain: long(253) }),
    customer: accountMessage({ ...sample.sheet, organizationKind: 'CUSTOMER', others: [], roles: [], privileges: [] }, reader),
    which: whichDomain(Array.from({ length: 200 }, (_, i) => `${i}${'x'.repeat(70)}.example`), reader),
    one: whichDomain(['hikari.example'], reader),
    usage: portalUsage(reader, [long(200)]),
  }
  test.each(Object.entries(messages))('%s', (_name, { text, blocks }) => {
    expect(messageProblems(blocks)).toEqual([])
    expect(text.length).toBeLessThan(11_000)
  })

  const views = {
    noUsers: usersList(sample.accounts(0), {}, reader),
    noneLacking: usersList(sample.accounts(0), { lacking: true }, reader),
    oneUser: usersList(sample.accounts(1), {}, reader, long(5000)),
    users: usersList(sample.longAccounts(10), deep, reader, long(5000)),
    hundredUsers: usersList(sample.longAccounts(100), deep, reader),
    add: addAccountForm(sample.form, {}, reader),
    addLong: addAccountForm(sample.longForm, deep, reader),
    addEmpty: addAccountForm(sample.emptyForm, {}, reader),
    manage: manageAccountForm(sample.account, sample.form, {}, reader),
    manageLong: manageAccountForm(sample.longAccount, sample.longForm, deep, reader, long(5000)),
    twice: confirmTwoLicences({ unit: long(1000), adds: true }, { formId: 'V1' }, reader),
    noRoles: rolesList(sample.roles(0), 0, reader),
    oneRole: rolesList(sample.roles(1), 5, reader),
    roles: rolesList(sample.roles(100, long(200)), 4, reader, long(5000)),
    newRole: roleForm(sample.roles(3), null, 0, reader),
    role: roleForm(sample.roles(3, long(200)), sample.roles(3, long(200)).roles[0]!, 2, reader),
    licences: licencesView(sample.longLicences, reader, long(5000)),
    notOrdered: licencesView({ ...sample.licences, ordered: false, automaticUnits: [], requested: null }, reader),
    request: requestLicencesForm(long(255), reader),
    alerts: alertsForm({ domain: long(255), email: long(320), alertEmail: long(320) }, reader),
    policy: policyForm(sample.policy, reader),
    targets: targetsForm(sample.targets, reader, now),
    targetsLong: targetsForm(sample.longTargets, reader, now),
    targetsSaved: targetsSaved(sample.targets, sample.longTargets, reader),
    targetsUnchanged: targetsSaved(sample.targets, sample.targets, reader),
    policyLong: policyForm(sample.longPolicy, reader),
    policySaved: policySaved(sample.policy, sample.longPolicy, reader),
    policyUnchanged: policySaved(sample.policy, sample.policy, reader),
  }
  test.each(Object.entries(views))('%s', (_name, view) => {
    expect(viewProblems(view, 'modal')).toEqual([])
    expect((view.private_metadata ?? '').length).toBeLessThanOrEqual(3000)
    expect(new TextEncoder().encode(textOf(view)).length).toBeLessThan(250_000)
  })

  test('every button and select outside of inputs has a listener, and every form one too', () => {
    const blocks = [...Object.values(messages), ...Object.values(views)].flatMap((shown) => shown.blocks).filter(({ type }) => type !== 'input')
    const ids = [...textOf(blocks).matchAll(/"action_id":"(\w+)"/g)].map(([, id]) => String(id))
    expect(new Set(ids).size).toBeGreaterThan(14)
    expect(ids.filter((id) => !(id in actions))).toEqual([])
    expect(Object.values(views).filter((view) => view.submit && !Object.hasOwn(submissions, view.callback_id ?? ''))).toEqual([])
  })
})

describe('the answer to /portal', () => {
  test('says who, where, what one may do, what not and whom to ask', () => {
    const { text } = accountMessage(sample.sheet, english)
    for (const fact of ['You are Mei', 'mei@hikari.example', '*hikari.example*', 'Hikari', 'Roles: Agent', '✅ See the customers', '➖ Decide', 'Ask Omar Said', 'Email alerts go to mei@hikari.example', 'No request waits']) {
      expect(text).toContain(fact)
    }
  })
  test('offers a switch only to those with another domain, and administration only to super admins', () => {
    const shown = textOf(accountMessage(sample.sheet, english).blocks)
    expect(shown).toContain('"switch_account"')
    expect(shown).toContain('"initial_option":{"text":{"type":"plain_text","text":"hikari.example"')
    expect(shown).not.toContain('open_users')
    expect(textOf(accountMessage({ ...sample.sheet, others: [] }, english).blocks)).not.toContain('switch_account')
    const admin = textOf(accountMessage({ ...sample.sheet, administers: true }, english).blocks)
    for (const id of ['open_users', 'open_roles', 'open_licences', 'open_alerts', 'open_policy', 'open_import']) expect(admin).toContain(id)
    const customerAdmin = textOf(accountMessage({ ...sample.sheet, administers: true, organizationKind: 'CUSTOMER' }, english).blocks)
    expect(customerAdmin).toContain('open_users')
    expect(customerAdmin).not.toMatch(/open_licences|open_policy|open_import/)
  })
  test('counts what waits, and says when the account was changed', () => {
    const { text } = accountMessage({ ...sample.sheet, waiting: 2 }, english, { domain: 'boreal.example' })
    expect(text).toContain('You act on boreal.example now.')
    expect(text).toContain('2 requests wait')
  })
})

describe('people’s text stays text', () => {
  const hostile = '<!channel> *x*\n<https://evil.example|y>'
  const shown = {
    sheet: accountMessage({ ...sample.sheet, name: hostile, organizationName: hostile, roles: [{ name: hostile, kind: 'CUSTOM' }], admins: [hostile] }, english).blocks,
    users: usersList({ ...sample.accounts(1), rows: [{ ...sample.account, name: hostile, roles: [{ id: 'r', name: hostile, kind: 'CUSTOM' }], unit: { id: 'u', path: hostile, automaticLicensing: false } }] }, {}, english, hostile).blocks,
    roles: rolesList(sample.roles(2, hostile), 0, english, hostile).blocks,
    licences: licencesView({ ...sample.licences, automaticUnits: [hostile] }, english, hostile).blocks,
    twice: confirmTwoLicences({ unit: hostile, adds: true }, {}, english).blocks,
    policy: policySaved(sample.policy, { ...sample.policy, updatesChannel: hostile }, english).blocks,
  }
  test.each(Object.entries(shown))('%s', (_name, blocks) => {
    const spoken = [...textOf(blocks).matchAll(/"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join('\n')
    expect(spoken).toContain('&lt;!channel&gt;')
    expect(spoken).not.toMatch(/<!channel|<https/)
  })
})

describe('Home', () => {
  const home: HomeValue = {
    ...sampleHome, account: { ...sampleHome.account, name: 'Mei', email: 'mei@hikari.example' }, others: sample.sheet.others, waiting: 2, unfinished: [], cases: { rows: [], next: null },
  }
  test('has the select for people with several accounts, and what waits for them with where to decide it', () => {
    const shown = textOf(homeView(home, homeLook()))
    expect(shown).toContain('"switch_account"')
    expect(shown).toContain('2 more requests wait')
    expect(shown).toContain('/approvals')
  })
  test('has neither where there is nothing to choose or to decide', () => {
    expect(textOf(homeView({ ...home, domains: ['hikari.example'], others: [], waiting: 0 }, homeLook()))).not.toMatch(/switch_account|requests wait|What waits/)
  })
  test('has the administration for super admins, and of it what their organization has', () => {
    expect(textOf(homeView(home, homeLook()))).not.toMatch(/open_users|open_policy/)
    expect(textOf(homeView({ ...home, administers: true }, homeLook()))).toMatch(/open_users.*open_policy/)
    const customers = textOf(homeView({ ...home, administers: true, account: { ...home.account, organizationKind: 'CUSTOMER' } }, homeLook()))
    expect(customers).toContain('open_users')
    expect(customers).not.toContain('open_policy')
  })
  test('keeps within Slack’s limits with many long domains', () => {
    expect(viewProblems(homeView({ ...home, administers: true, others: sample.longSheet.others, waiting: 12_345 }, homeLook(japanese)), 'home')).toEqual([])
  })
})

describe('lists', () => {
  test('who lacks access is told why, with Google’s reference', () => {
    const shown = textOf(usersList(sample.accounts(1), {}, english))
    expect(shown).toContain('No access: lacks “Access customers’ support cases”, lacks “View customers”')
    expect(shown).toMatch(/Active · no role[^_"]*_Has not used Onbehalf yet_/)
    expect(shown).toContain('Without access')
    expect(shown).toContain('177584086')
    const fine = textOf(usersList({ ...sample.accounts(1), lacking: 0, rows: [{ ...sample.account, tied: true, lacks: [] }] }, {}, english))
    expect(fine).not.toMatch(/177584086|not used|Without access/)
  })
  test('are drawn for a reader whose locale has no catalog, or is none', () => {
    const view = usersList(sample.accounts(1), {}, { ...english, locale: 'sv_SE' })
    expect(textOf(view)).toContain('lacks “Access customers’ support cases”, lacks “View customers”')
    expect(textOf(rolesList(sample.roles(4), 0, { ...english, locale: 'sv_SE' }))).toContain('View customers, ')
  })
  test('a page keeps which one it is, and its buttons the next', () => {
    const view = usersList(sample.accounts(10, { next: 'id-10', first: false }), { lacking: true }, english)
    expect(JSON.parse(view.private_metadata!)).toEqual({ list: 'users', lacking: true })
    expect(textOf(view)).toContain(JSON.stringify(JSON.stringify({ lacking: true, after: 'id-10' })))
  })
  test('roles are shown ten at a time, and only custom ones can be changed', () => {
    const last = rolesList(sample.roles(21), 9, english)
    expect(JSON.parse(last.private_metadata!)).toMatchObject({ page: 2 })
    expect(textOf(last)).toContain('Previous page')
    expect(textOf(last)).not.toContain('Next page')
    expect([...textOf(rolesList(sample.roles(4), 0, english)).matchAll(/"value":"(role-\d)"/g)].map(([, id]) => id)).toEqual(['role-0', 'role-3'])
  })
  test('Support is ticked beforehand in a new role, and what it carries in another (SCOPE-2)', () => {
    const ticked = (view: unknown): string[] => [...textOf(view).matchAll(/"initial_options":(\[.*?\])\}/g)].flatMap(([, list]) => [...String(list).matchAll(/"value":"(\w+)"/g)].map(([, value]) => String(value)))
    expect(ticked(roleForm(sample.roles(1), null, 0, english))).toEqual(['SUPPORT'])
    const role = { ...sample.roles(1).roles[0]!, privileges: ['VIEW_CUSTOMERS' as const] }
    expect(ticked(roleForm(sample.roles(1), role, 0, english))).toEqual(['VIEW_CUSTOMERS'])
  })
  test('a role that somebody has is not offered to be removed', () => {
    const role = sample.roles(1).roles[0]!
    expect(textOf(roleForm(sample.roles(1), role, 0, english))).toContain('remove_role')
    const held = textOf(roleForm(sample.roles(1), { ...role, holders: 2 }, 0, english))
    expect(held).not.toContain('remove_role')
    expect(held).toContain('2 people have it.')
  })
})

describe('forms', () => {
  test('units with automatic licensing and the licences left are told at the choice (ACCOUNT-2)', () => {
    const shown = textOf(addAccountForm(sample.form, {}, english))
    expect(shown).toContain('Automatic licensing is on')
    expect(shown).toContain('2 of 50 left')
    expect(textOf(addAccountForm(sample.emptyForm, {}, english))).not.toMatch(/Cloud Identity|"Unit"/)
  })
  test('nobody is offered to suspend themselves', () => {
    expect(textOf(manageAccountForm(sample.account, sample.form, {}, english))).toContain('"Suspend"')
    expect(textOf(manageAccountForm({ ...sample.account, isSelf: true }, sample.form, {}, english))).not.toContain('set_account_status')
    expect(textOf(manageAccountForm({ ...sample.account, status: 'SUSPENDED' }, sample.form, {}, english))).toContain('"Reactivate"')
  })
  test('a channel known by its name is told, for Slack could not show it chosen', () => {
    const shown = textOf(policyForm({ ...sample.policy, updatesChannel: '#cases', approvalChannel: 'C0APPROVE' }, english))
    expect(shown).toContain('Now: #cases.')
    expect(shown).toContain('"initial_conversation":"C0APPROVE"')
    expect(shown).not.toContain('"initial_conversation":"#cases"')
  })
  test('a saved policy says what was changed and nothing else', () => {
    const shown = textOf(policySaved(sample.policy, { ...sample.policy, remindAfterHours: 12, desk: 'PORTAL' }, english))
    expect(shown).toContain('Reminder after hours: *12*')
    expect(shown).toContain('Desk: *The vendor’s web portal*')
    expect(shown).not.toContain('Expiry after hours')
  })
})
