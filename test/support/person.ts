/** A person of the stand-in, as a test plays one: by the words on the screen, never by block ids. */
import type { ActResult, Message, OpenView, Place, SharedFile } from '../../src/sandbox/protocol.js'
import type { Workspace } from '../../src/sandbox/workspace.js'

type Json = Record<string, unknown>
type Row = { blockId: string; block: Json; element: Json; actionId: string }

/** A modal and what somebody filled in. */
export interface ShownForm {
  view: OpenView['view']
  state: Record<string, Record<string, Json>>
}

export type PlayedPerson = ReturnType<typeof playPerson>

export function playPerson(workspace: Workspace, id: string) {
  const modal = (): OpenView => {
    const top = workspace.stateOf(id).modals.at(-1)
    if (!top) throw new Error(`${id} has no modal open`)
    return top
  }

  const input = (label: string): Row => {
    const rows = rowsOf(modal())
    const row = rows.find((each) => textOf(each.block['label']) === label)
    if (!row) throw new Error(`no input "${label}" among ${rows.map((each) => textOf(each.block['label'])).join(', ')}`)
    return row
  }

  const set = async (label: string, value: Json): Promise<void> => {
    const { blockId, actionId, block } = input(label)
    const viewId = modal().id
    typed.set(viewId, { ...typed.get(viewId), [blockId]: { [actionId]: value } })
    if (block['dispatch_action'] === true) {
      must(await workspace.act(id, { do: 'action', place: { viewId }, blockId, actionId, value, state: stateOf(viewId) }))
    }
  }

  const typed = new Map<string, Record<string, Record<string, Json>>>()
  const stateOf = (viewId: string) => typed.get(viewId) ?? {}

  const placeOf = (where?: Message | 'home'): { blocks: Json[]; place: Place } => {
    if (where && where !== 'home') return { blocks: (where.blocks ?? []) as unknown as Json[], place: { channel: where.channel, ts: where.ts } }
    const view = where === 'home' ? workspace.stateOf(id).home : modal()
    if (!view) throw new Error(`${id} has not opened Home`)
    return { blocks: view.view.blocks as unknown as Json[], place: { viewId: view.id } }
  }

  return {
    id,
    modal,
    /** Types a line into a channel; one that begins with a slash is a command. */
    async types(channel: string, text: string): Promise<ActResult> {
      const channelId = channelOf(workspace, id, channel)
      return workspace.act(id, text.startsWith('/') ? { do: 'command', channel: channelId, text } : { do: 'say', channel: channelId, text })
    },
    /** Types a command and waits for what is said to it: a message that was not there before, or says something else now. */
    async asks(channel: string, command: string, words: string | RegExp): Promise<Message> {
      const before = new Set(workspace.stateOf(id).messages.map((message) => JSON.stringify(message)))
      const channelId = channelOf(workspace, id, channel)
      must(await workspace.act(id, { do: 'command', channel: channelId, text: command }))
      const answer = (): Message | undefined => workspace.stateOf(id).messages.findLast((each) => matches(wordsOf(each), words) && !before.has(JSON.stringify(each)))
      return workspace.until(answer, `${id} to be answered ${String(words)} to ${command}`, 15_000)
    },
    /** The labels of the form's inputs, top to bottom. */
    labels: (): string[] => rowsOf(modal()).map((row) => textOf(row.block['label'])).filter((label) => label !== ''),
    fills: (label: string, value: string): Promise<void> => set(label, { type: input(label).element['type'], value }),
    /** What a searched select offers. */
    async finds(label: string, words: string): Promise<{ text: string; description: string; value: string }[]> {
      const { blockId, actionId } = input(label)
      const viewId = modal().id
      const found = await workspace.suggest(id, { place: { viewId }, blockId, actionId, value: words, state: stateOf(viewId) })
      if (!found.ok) throw new Error(`${label}: ${found.error}`)
      return found.options.map((option) => ({ text: option.text.text, description: option.description?.text ?? '', value: option.value }))
    },
    /**
     * Chooses in a select or among radio buttons: the option with this text; a searched select is asked for it, or for `words`.
     * A select of several takes all the texts; one of channels `#name`, one of people the name.
     */
    async chooses(label: string, text: string | string[], words = [text].flat()[0] ?? ''): Promise<void> {
      const { element, blockId, actionId } = input(label)
      const viewId = modal().id
      const type = String(element['type'])
      const texts = [text].flat()
      if (/conversations|channels|users/.test(type)) return set(label, { type, ...conversation(type, texts.map((name) => idOf(workspace, id, name))) })
      const options = type.endsWith('external_select')
        ? (await workspace.suggest(id, { place: { viewId }, blockId, actionId, value: words, state: stateOf(viewId) })).options
        : optionsOf(element)
      const chosen = texts.map((each) => optionNamed(label, options, each))
      await set(label, type.startsWith('multi_') ? { type, selected_options: chosen } : { type, selected_option: chosen[0] })
    },
    /** Leaves exactly these checkboxes of a group ticked, by their texts. */
    async ticks(label: string, ...texts: string[]): Promise<void> {
      const { element } = input(label)
      await set(label, { type: 'checkboxes', selected_options: texts.map((text) => optionNamed(label, optionsOf(element), text)) })
    },
    /** Chooses where choosing acts at once: in a menu, or in a select that stands beside a text or in a row. */
    async picks(text: string, where?: Message | 'home'): Promise<ActResult> {
      const { blocks, place } = placeOf(where)
      const found = elementsOf(blocks).find(({ element }) => optionsOf(element).some((each) => each.text.text === text))
      if (!found) throw new Error(`nothing offers "${text}"`)
      const { blockId, actionId, element } = found
      const type = String(element['type'])
      const option = optionNamed(actionId, optionsOf(element), text)
      const value = /^multi_|^checkboxes$/.test(type) ? { type, selected_options: [option] } : { type, selected_option: option }
      return workspace.act(id, { do: 'action', place, blockId, actionId, value, state: 'viewId' in place ? stateOf(place.viewId) : {} })
    },
    /** Opens the bot's Home and waits until it says the words. */
    async opensHome(words: string | RegExp): Promise<OpenView> {
      must(await workspace.act(id, { do: 'open_home' }))
      const said = (): OpenView | undefined => [workspace.stateOf(id).home].find((home) => home && matches(JSON.stringify(home.view), words))
      return workspace.until(said, `${id} to see ${String(words)} at Home`, 15_000)
    },
    async attaches(label: string, ...files: SharedFile[]): Promise<void> {
      await set(label, { type: 'file_input', files })
    },
    upload: (name: string, mimeType: string, text: string): SharedFile => workspace.upload(id, name, mimeType, new TextEncoder().encode(text)),
    submits: (): Promise<ActResult> => workspace.act(id, { do: 'submit', viewId: modal().id, state: stateOf(modal().id) }),
    /** Submits what Slack's client would not let through. */
    forges: (state: Record<string, Record<string, Json>>): Promise<ActResult> =>
      workspace.act(id, { do: 'submit', viewId: modal().id, state: { ...stateOf(modal().id), ...state }, force: true }),
    /** Closes every modal, if one is open. */
    async closes(): Promise<ActResult> {
      const top = workspace.stateOf(id).modals.at(-1)
      return top ? workspace.act(id, { do: 'close', viewId: top.id, state: stateOf(top.id), all: true }) : { ok: true }
    },
    /** Presses the button with this text in the open modal, in the given message, or on Home. */
    async presses(text: string, where?: Message | 'home'): Promise<ActResult> {
      const { blocks, place } = placeOf(where)
      const button = elementsOf(blocks).find(({ element }) => element['type'] === 'button' && textOf(element['text']) === text)
      if (!button) throw new Error(`no button "${text}"`)
      const state = 'viewId' in place ? stateOf(place.viewId) : {}
      return workspace.act(id, { do: 'action', place, blockId: button.blockId, actionId: button.actionId, value: {}, state })
    },
    /** Presses a button that stands nowhere, with a value of one's own: what Slack's client would not let through. */
    forgesPress: (actionId: string, value: string, where: Place): Promise<ActResult> =>
      workspace.act(id, { do: 'action', place: where, blockId: 'forged', actionId, value: { type: 'button', value }, state: {}, force: true }),
    /** The open modal with what stands in it, to be shown to somebody else. */
    form: (): ShownForm => ({ view: modal().view, state: stateOf(modal().id) }),
    /** Everything visible in a channel, oldest first. */
    reads: (channel: string): Message[] => workspace.stateOf(id).messages.filter((message) => message.channel === channelOf(workspace, id, channel)),
    directMessages: (): Message[] => workspace.stateOf(id).messages.filter((message) => message.channel === workspace.directMessage(id)),
    /** Waits until a message anywhere the person can see contains the words. */
    sees: (words: string | RegExp): Promise<Message> =>
      workspace.until(() => workspace.stateOf(id).messages.findLast((message) => matches(wordsOf(message), words)), `${id} to see ${String(words)}`, 15_000),
    /** Waits until the open modal contains the words. */
    seesModal: (words: string | RegExp): Promise<OpenView> =>
      workspace.until(() => workspace.stateOf(id).modals.findLast((view) => matches(JSON.stringify(view.view), words)), `${id} to see a modal with ${String(words)}`, 15_000),
    modals: (): OpenView[] => workspace.stateOf(id).modals,
    /** Waits until no message that the person sees has a button with this text. */
    losesButton: (text: string): Promise<unknown> =>
      workspace.until(() => workspace.stateOf(id).messages.every((message) => !buttonsOf(message).includes(text)), `${id} to lose every ${text}`, 15_000),
  }
}

/** The texts of a message's buttons. */
export function buttonsOf(message: Message): string[] {
  return elementsOf((message.blocks ?? []) as unknown as Json[]).filter(({ element }) => element['type'] === 'button').map(({ element }) => textOf(element['text']))
}

export const placeIn = ({ channel, ts }: Message): Place => ({ channel, ts })

/** Everything a message says: its text and the text of its blocks. */
export function wordsOf(message: Message): string {
  return [message.text, ...(message.blocks ?? []).map((block) => JSON.stringify(block))].join('\n')
}

function matches(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text)
}

function must(result: ActResult): void {
  if (!result.ok) throw new Error(`${result.error}: ${result.words}`)
}

function channelOf(workspace: Workspace, personId: string, name: string): string {
  const wanted = name.replace(/^#/, '')
  const channel = workspace.stateOf(personId).channels.find((each) => each.id === wanted || each.name === wanted)
  if (!channel) throw new Error(`${personId} is not in #${wanted}`)
  return channel.id
}

function textOf(text: unknown): string {
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : ''
}

function rowsOf(view: OpenView): Row[] {
  return (view.view.blocks as unknown as Json[]).flatMap((block) => {
    const element = block['element'] as Json | undefined
    return block['type'] === 'input' && element ? [{ blockId: String(block['block_id']), block, element, actionId: String(element['action_id']) }] : []
  })
}

type Choice = { text: { text: string }; value: string }

/** Everything that acts at once: in a row, or beside a text. */
function elementsOf(blocks: Json[]): Row[] {
  return blocks.flatMap((block) => {
    const elements = [...((block['elements'] as Json[] | undefined) ?? []), ...(block['accessory'] ? [block['accessory'] as Json] : [])]
    return elements.map((element) => ({ blockId: String(block['block_id']), block, element, actionId: String(element['action_id']) }))
  })
}

function optionsOf(element: Json): Choice[] {
  const groups = (element['option_groups'] as { options: Choice[] }[] | undefined) ?? []
  return [...((element['options'] as Choice[] | undefined) ?? []), ...groups.flatMap((group) => group.options)]
}

function optionNamed<T extends Choice>(label: string, options: readonly T[], text: string): T {
  const option = options.find((each) => each.text.text === text)
  if (!option) throw new Error(`${label}: no "${text}" among ${options.map((each) => each.text.text).join(', ')}`)
  return option
}

/** `#name` is a channel the person is in; anything else a person. */
function idOf(workspace: Workspace, personId: string, name: string): string {
  if (name.startsWith('#')) return channelOf(workspace, personId, name)
  const person = workspace.info().people.find((each) => each.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person.id
}

/** `multi_users_select` keeps `selected_users`, `users_select` `selected_user`. */
function conversation(type: string, ids: string[]): Json {
  const [, many, kind] = /^(multi_)?(conversation|channel|user)s_select$/.exec(type) ?? []
  return many ? { [`selected_${kind}s`]: ids } : { [`selected_${kind}`]: ids[0] ?? null }
}
