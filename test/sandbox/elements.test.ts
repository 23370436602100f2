/** A person fills in and picks in every element the bot uses; the bot gets what Slack would send. */
import { describe, expect, it } from 'vitest'
import { playPerson } from '../support/person.js'
import { postTo, showTo } from './all-elements.js'
import { AIKO, DANA, rawBot, start } from './start.js'
import type { Envelope } from './start.js'

async function shown(personId = DANA) {
  const workspace = await start()
  const got: Record<string, unknown>[] = []
  await rawBot(workspace, ({ payload }: Envelope) => {
    got.push(payload)
    if (payload['command']) void showTo(workspace, String(payload['trigger_id']))
  })
  const person = playPerson(workspace, personId)
  const last = (type: string) => got.findLast((payload) => payload['type'] === type) as { view?: { state: { values: unknown } }; actions?: Record<string, unknown>[] } | undefined
  return { workspace, person, last }
}

describe('a form of everything', () => {
  it('is filled in by its labels and sent with what was chosen, ticked and typed', async () => {
    const { person, last } = await shown()
    await person.types('#case-updates', '/case')
    await person.seesModal('Everything')
    await person.chooses('Channel', '#approvals')
    await person.chooses('Roles', ['Agent', 'Admin'])
    await person.ticks('Rules', 'Escalation')
    await person.chooses('Desk', 'Portal')
    await person.fills('Count', '12')
    await person.fills('Email', 'alerts@hikari.example')
    expect(await person.submits()).toEqual({ ok: true })
    expect(last('view_submission')?.view?.state.values).toMatchObject({
      channel: { value: { type: 'conversations_select', selected_conversation: 'C0SECRET' } },
      roles: { value: { selected_options: [{ value: 'agent' }, { value: 'admin' }] } },
      rules: { value: { selected_options: [{ value: 'escalation' }] } },
      desk: { value: { selected_option: { value: 'portal' } } },
      count: { value: { value: '12' } },
      email: { value: { value: 'alerts@hikari.example' } },
    })
  })

  it('keeps what was chosen beforehand, until it is all unticked', async () => {
    const { person, last } = await shown()
    await person.types('#case-updates', '/case')
    await person.seesModal('Everything')
    await person.ticks('Rules')
    await person.chooses('Channel', '#random')
    await person.chooses('Desk', 'Built in')
    await person.fills('Count', '500')
    await person.fills('Email', 'a@b.example')
    expect(await person.submits()).toEqual({ ok: true })
    expect(last('view_submission')?.view?.state.values).toMatchObject({
      roles: { value: { selected_options: [{ value: 'agent' }] } }, rules: { value: { selected_options: [] } },
    })
  })

  it.each([['Count', '0', /at least 1/], ['Count', '501', /at most 500/], ['Count', '1.5', /whole number/], ['Email', 'nobody', /valid email/]])(
    '%s "%s" does not leave Slack’s client', async (label, typed, words) => {
      const { person } = await shown()
      await person.types('#case-updates', '/case')
      await person.seesModal('Everything')
      await person.chooses('Channel', '#random')
      await person.chooses('Desk', 'Portal')
      await person.fills('Count', '5')
      await person.fills('Email', 'a@b.example')
      await person.fills(label, typed)
      const answer = await person.submits()
      expect('errors' in answer ? answer.errors : {}).toEqual({ [label.toLowerCase()]: expect.stringMatching(words) })
    })

  it('offers no channel the person is not in', async () => {
    const { person } = await shown(AIKO)
    await person.types('#case-updates', '/case')
    await person.seesModal('Everything')
    await expect(person.chooses('Channel', '#approvals')).rejects.toThrow('is not in #approvals')
  })
})

describe.each(['message', 'home'] as const)('elements that act at once, in a %s', (surface) => {
  it('tell what was picked and pressed', async () => {
    const { workspace, person, last } = await shown()
    await postTo(workspace, DANA)
    const where = surface === 'home' ? 'home' as const : await person.sees('Pick one')
    expect(await person.picks('Boreal', where)).toEqual({ ok: true })
    expect(last('block_actions')?.actions).toMatchObject([{ type: 'static_select', block_id: 'domain', action_id: 'switch', selected_option: { value: 'boreal' } }])
    expect(await person.picks('Suspend', where)).toEqual({ ok: true })
    expect(last('block_actions')?.actions).toMatchObject([{ type: 'overflow', action_id: 'menu', selected_option: { value: 'suspend' } }])
    expect(await person.presses('Turn off', where)).toEqual({ ok: true })
    expect(last('block_actions')?.actions).toMatchObject([{ type: 'button', action_id: 'off' }])
  })
})
