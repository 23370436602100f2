import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { stories } from '../support/story.js'

const customers = 'domain,name,sku\nnew-one.example,New One,Google-Vault\nnew-two.example,New Two,Google-Vault\n'

describe('/portal import', () => {
  const start = stories('socket')
  const uploadsLeft = async (): Promise<string[]> => (await readdir(tmpdir())).filter((name) => name.startsWith('onbehalf-upload-'))

  async function opens() {
    const story = await start()
    const omar = story.person('omar')
    const imports = async (name: string, text: string, skipBad = false): Promise<void> => {
      await omar.types('#team-hikari', '/portal import')
      await omar.seesModal('hikari.example')
      await omar.attaches('File', omar.upload(name, 'text/plain', text))
      if (skipBad) await omar.ticks('Bad rows', 'Leave bad rows out')
      await omar.submits()
    }
    return { ...story, omar, imports }
  }

  test('a file of customers is imported and reported; the same again changes nothing; no copy of it stays', async () => {
    const { bot, omar, imports } = await opens()
    await imports('customers.csv', customers)
    await omar.seesModal('*customers.csv* was imported for hikari.example.')
    await omar.seesModal('customers: 2 created, 0 changed, 0 as they were')
    expect(await bot.store.db.customer.count({ where: { domain: { startsWith: 'new-' }, reseller: { primaryDomain: 'hikari.example' } } })).toBe(2)
    expect(await bot.store.db.audit.findFirst({ where: { action: 'directory.imported' } })).toMatchObject({ actorName: expect.stringContaining('Omar') as string, subjectId: 'customers.csv' })
    await omar.closes()
    await imports('customers.csv', customers)
    await omar.seesModal('*customers.csv* holds nothing new')
    expect(await uploadsLeft()).toEqual([])
  })

  test('of a file with bad rows nothing is written, with the lines and what to do; with the tick the good ones are', async () => {
    const { bot, omar, imports } = await opens()
    const bad = `${customers}nonsense,Bad,Google-Vault\n${Array.from({ length: 12 }, (_, at) => `bad${at},Bad,\n`).join('')}`
    await imports('customers.csv', bad)
    await omar.seesModal('13 of 15 rows are wrong: nothing was written.')
    await omar.seesModal(/customers\.csv line 4, domain: expected a domain/)
    await omar.seesModal('… and 3 more.')
    await omar.seesModal('Correct the file and import it again')
    expect(await bot.store.db.customer.count({ where: { domain: { startsWith: 'new-' } } })).toBe(0)
    await omar.closes()
    await imports('customers.csv', bad, true)
    await omar.seesModal('13 bad rows were left out:')
    expect(await bot.store.db.customer.count({ where: { domain: { startsWith: 'new-' } } })).toBe(2)
    expect(await uploadsLeft()).toEqual([])
  })

  test('*Import again* asks for the file in the report’s place, as often as it takes', async () => {
    const { bot, omar, imports } = await opens()
    await imports('customers.csv', 'domain,name,sku\nnonsense,Bad,Google-Vault\n')
    for (let time = 0; time < 3; time += 1) {
      await omar.seesModal('customers.csv line 2, domain')
      await omar.presses('Import again')
      await omar.seesModal('"text":"Bad rows"')
      expect(omar.modals()).toHaveLength(1)
      await omar.attaches('File', omar.upload('customers.csv', 'text/csv', time < 2 ? 'domain,name,sku\nnonsense,Bad,Google-Vault\n' : customers))
      await omar.submits()
    }
    await omar.seesModal('*customers.csv* was imported for hikari.example.')
    expect(await bot.store.db.customer.count({ where: { domain: { startsWith: 'new-' } } })).toBe(2)
  })

  test('a file of another kind, and one too large, are answered at the field', async () => {
    const { omar, workspace } = await opens()
    await omar.types('#team-hikari', '/portal import')
    await omar.seesModal('hikari.example')
    const viewId = omar.modal().id
    const submitsForged = async (name: string, size: number) => {
      const file = { ...omar.upload(name, 'text/plain', 'domain\n'), name, size }
      return omar.forges({ 'form.file': { file: { type: 'file_input', files: [file] } } })
    }
    expect(JSON.stringify(await submitsForged('people.docx', 10))).toContain('people.docx is of a kind that cannot be imported')
    expect(omar.modal().id).toBe(viewId)
    await workspace.settled()
  })

  test('who lost the right while the form was open imports nothing, and is told', async () => {
    const { bot, omar } = await opens()
    await omar.types('#team-hikari', '/portal import')
    await omar.seesModal('hikari.example')
    await omar.attaches('File', omar.upload('customers.csv', 'text/csv', customers))
    await bot.store.db.accountRole.deleteMany({ where: { account: { email: 'omar@hikari.example' } } })
    await omar.submits()
    await omar.seesModal('The import of customers.csv stopped:')
    expect(await bot.store.db.customer.count({ where: { domain: { startsWith: 'new-' } } })).toBe(0)
  })

  test('who closes it meanwhile gets the report as a message', async () => {
    const { omar, imports } = await opens()
    const many = Array.from({ length: 900 }, (_, at) => `many-${at}.example,Many ${at},Google-Vault\n`).join('')
    await imports('many.csv', `domain,name,sku\n${many}`)
    await omar.closes()
    await omar.sees('*many.csv* was imported for hikari.example.')
  })

  test('who does not administer the domain is told so, and no form opens', async () => {
    const { person, bot } = await start()
    const camille = person('camille')
    await camille.types('#team-hikari', '/portal import')
    await camille.seesModal(/Omar/)
    expect(camille.modal().view.type === 'modal' && 'submit' in camille.modal().view).toBe(false)
    expect(await bot.store.db.audit.count({ where: { action: 'directory.imported' } })).toBe(0)
  })
})
