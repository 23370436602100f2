import type { Message } from '../../protocol.js'
import { MoreIcon, ThreadIcon } from '../parts/icons.js'
import { Menu, type MenuItem } from '../parts/menu.js'
import { api } from '../state/api.js'
import { openThread } from '../state/navigate.js'
import { notify } from '../state/notices.js'
import { getState, useStore } from '../state/store.js'

interface MessageToolbarProps {
  message: Message
  inThread: boolean
}

export function MessageToolbar({ message, inThread }: MessageToolbarProps) {
  const shortcuts = useStore((state) => state.workspace?.shortcuts)
  const bot = useStore((state) => state.workspace?.bot.name)
  const { channel, ts } = message
  const run = async (callbackId: string) => {
    const result = await api.act(getState().place.personId ?? '', { do: 'message_shortcut', channel, ts, callbackId })
    if (!result.ok) notify(result.words, { channel, threadTs: inThread ? (message.threadTs ?? ts) : undefined })
  }
  const items: MenuItem[] = [
    ...(shortcuts ?? [])
      .filter((shortcut) => shortcut.type === 'message')
      .map((shortcut) => ({ key: shortcut.callbackId, text: shortcut.name, description: shortcut.description, onChoose: () => void run(shortcut.callbackId) })),
    { key: 'copy', text: 'Copy text', onChoose: () => void navigator.clipboard?.writeText(message.text) },
  ]
  return (
    <div class="message-toolbar" role="toolbar" aria-label="Message actions">
      {!inThread && (
        <button type="button" class="icon-button" aria-label="Reply in thread" title="Reply in thread" onClick={() => openThread(channel, message.threadTs ?? ts)}>
          <ThreadIcon />
        </button>
      )}
      <Menu label="More actions" heading={bot && `Shortcuts of ${bot}`} items={items}><MoreIcon /></Menu>
    </div>
  )
}
