import { BoltIcon } from '../parts/icons.js'
import { Menu } from '../parts/menu.js'
import { api } from '../state/api.js'
import { notify } from '../state/notices.js'
import { getState, useStore } from '../state/store.js'

/** The bot's global shortcuts, reachable from every composer. */
export function ShortcutsMenu({ channel }: { channel: string }) {
  const shortcuts = useStore((state) => state.workspace?.shortcuts)
  const bot = useStore((state) => state.workspace?.bot.name) ?? 'The bot'
  const items = (shortcuts ?? [])
    .filter((shortcut) => shortcut.type === 'global')
    .map((shortcut) => ({
      key: shortcut.callbackId,
      text: shortcut.name,
      description: shortcut.description,
      onChoose: async () => {
        const result = await api.act(getState().place.personId ?? '', { do: 'global_shortcut', callbackId: shortcut.callbackId })
        if (!result.ok) notify(result.words, { channel })
      },
    }))
  return (
    <Menu label="Shortcuts" heading={`Shortcuts of ${bot}`} items={items} empty={`${bot} has no shortcuts.`}>
      <BoltIcon />
    </Menu>
  )
}
