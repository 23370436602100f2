/** SCOPE-6: an internal note is nowhere where anybody of another organization could come across it. */
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { writeExport } from '../../../src/cli/audit/export.js'
import { wordsFor } from '../../../src/locales/words.js'
import { entriesSince } from '../../../src/store/cases/case-entries.js'
import { caseNumbersMatching } from '../../../src/store/search/search-index.js'
import { requesterActor } from '../../../src/usecases/acting/requester-actor.js'
import { decoded, startMailServer } from '../../delivery/mail-server.js'
import { describesDelay, numberIn, opensForm } from '../../support/filing.js'
import type { PlayedPerson } from '../../support/person.js'
import { stories } from '../../support/story.js'

const marker = 'zwischenton'
const holds = (what: unknown): boolean => JSON.stringify(what, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).toLowerCase().includes(marker)

/** Writes into the form that a command opens, and sends it off. */
async function does(person: PlayedPerson, channel: string, command: string, words: string): Promise<void> {
  await person.types(channel, command)
  await person.seesModal('"type":"plain_text_input"')
  expect(await person.submits()).toEqual({ ok: true })
  await person.sees(words)
  await person.closes()
}

describe('an internal note', () => {
  const start = stories('socket')

  test('is found in no message, email, export, card, thread, history or search of another organization', async () => {
    const mail = await startMailServer()
    try {
      const story = await start({ env: { ONBEHALF_SMTP_URL: mail.url, ONBEHALF_MAIL_FROM: 'Support <support@hikari.example>' } })
      const { bot, workspace } = story
      const { db } = bot.store
      const camille = story.person('camille')
      await opensForm(camille, 'acme.example')
      await describesDelay(camille)
      await camille.fills('Share with', 'it@acme.example')
      expect(await camille.submits()).toEqual({ ok: true })
      const number = numberIn((await camille.sees(/Case #\d+ is filed/)).text)

      await does(camille, '#team-hikari', `/case note ${number} The ${marker} among us`, 'Your note is in case')
      await does(camille, '#team-hikari', `/case reply ${number} It is worse today`, 'Your reply is in case')
      await bot.drain()
      await workspace.settled()
      expect(await db.caseEvent.count({ where: { caseNumber: number, kind: 'NOTE', text: { contains: marker } } })).toBe(1)

      // Their own organization reads it behind the case.
      await camille.types('#team-hikari', `/case history ${number}`)
      await camille.seesModal(new RegExp(marker))
      await camille.closes()

      for (const [name, channel] of [['petra', '#acme'], ['tomas', '#desk'], ['sven', '#team-boreal']] as const) {
        const person = story.person(name)
        const place = workspace.stateOf(person.id).channels.find((each) => each.name === channel.slice(1)) ? channel : `#${workspace.stateOf(person.id).channels[0]!.name}`
        for (const command of [`/case ${number}`, `/case history ${number}`, `/case list ${marker}`, `/case list`, `/case reply ${number}`, `/case note ${number}`]) {
          await person.types(place, command)
          await workspace.settled()
          expect(holds(workspace.stateOf(person.id).modals), `${name} after ${command}`).toBe(false)
          await person.closes()
        }
        // What was typed to search for it stands in the answer.
        const read = workspace.stateOf(person.id).messages.filter((message) => !message.text.includes(`atch`))
        expect(holds(read), `what ${name} reads`).toBe(false)
      }

      // Messages: of what was posted, to whomever, nothing holds it; its own people read it in what only they see.
      const posted = workspace.traffic().filter((line) => JSON.stringify(line).includes('"chat.'))
      expect(posted.length).toBeGreaterThan(0)
      expect(holds(posted)).toBe(false)
      expect(mail.mails.length).toBeGreaterThan(0)
      for (const each of mail.mails) expect(decoded(each).toLowerCase()).not.toContain(marker)
      expect(holds(await db.outbox.findMany())).toBe(false)
      expect(holds(await db.audit.findMany())).toBe(false)
      for (const domain of ['boreal.example', 'acme.example']) {
        const out = new PassThrough()
        const chunks: Buffer[] = []
        out.on('data', (chunk: Buffer) => chunks.push(chunk))
        await writeExport(bot.store, { domain, format: 'jsonl' }, wordsFor({ locale: 'en', timeZone: 'UTC' }), out)
        expect(Buffer.concat(chunks).toString('utf8').toLowerCase()).not.toContain(marker)
      }

      // What the others' own queries would find.
      for (const email of ['petra@acme.example', 'tomas@desk.example', 'sven@boreal.example']) {
        const account = await db.account.findFirst({ where: { email } })
        const actor = account && (await requesterActor(db, account.id))
        if (!actor) throw new Error(`${email} is not in the demo`)
        expect(await caseNumbersMatching(db, { actor, words: marker, limit: 10 })).toEqual([])
        expect(holds(await entriesSince(db, actor, number, 0, 50))).toBe(false)
      }
    } finally {
      await mail.stop()
    }
  })
})
