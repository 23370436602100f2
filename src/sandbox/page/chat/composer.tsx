import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { SharedFile } from '../../protocol.js'
import { Floating } from '../parts/floating.js'
import { SendIcon } from '../parts/icons.js'
import { Spinner } from '../parts/spinner.js'
import { api } from '../state/api.js'
import { notify } from '../state/notices.js'
import { getState, useStore } from '../state/store.js'
import { commandBeingTyped, completions, isCommand } from './command-completion.js'
import { CommandList } from './command-list.js'
import { ComposerFiles, AttachButton } from './composer-files.js'
import { keptDraft, keepDraft } from './drafts.js'
import { ShortcutsMenu } from './shortcuts-menu.js'

interface ComposerProps {
  channel: string
  threadTs?: string
  /** How the place is called: "#case-updates", "thread", "Onbehalf". */
  placeName: string
}

export function Composer({ channel, threadTs, placeName }: ComposerProps) {
  const draftKey = `${getState().place.personId}/${channel}/${threadTs ?? ''}`
  const commands = useStore((state) => state.workspace?.commands) ?? []
  const [text, setTextState] = useState(() => keptDraft(draftKey))
  const [files, setFiles] = useState<SharedFile[]>([])
  const [uploading, setUploading] = useState(false)
  const [sending, setSending] = useState(false)
  const [picked, setPicked] = useState(0)
  const [waved, setWaved] = useState(false)
  const narrow = matchMedia('(max-width: 760px)').matches
  const area = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLFormElement>(null)

  const setText = (next: string) => {
    setTextState(next)
    keepDraft(draftKey, next)
  }
  useEffect(() => {
    // Where there is no real keyboard, focus would push one over half of the screen.
    if (matchMedia('(hover: hover)').matches) area.current?.focus()
  }, [])
  useLayoutEffect(() => {
    if (!area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${Math.min(area.current.scrollHeight, 240)}px`
  }, [text])

  const offered = threadTs || waved ? [] : completions(commands, text)
  const hint = commandBeingTyped(commands, text)
  const complete = (command: string) => {
    setText(`${command} `)
    setPicked(0)
    area.current?.focus()
  }

  const send = async () => {
    const words = text.trim()
    if (sending || uploading || (words === '' && files.length === 0)) return
    const where = { channel, threadTs }
    const personId = getState().place.personId ?? ''
    const runs = isCommand(words)
    if (runs && threadTs) return notify(`${words.split(/\s/)[0]} is not supported in threads. Sorry!`, where)
    setSending(true)
    setText('')
    const result = runs
      ? await api.act(personId, { do: 'command', channel, text: words })
      : await api.act(personId, { do: 'say', channel, text: words, threadTs, fileIds: files.map((file) => file.id) })
    setSending(false)
    if (result.ok) return setFiles(runs ? files : [])
    notify(result.words, where)
    // Unless the person has gone on typing, what failed comes back.
    if (keptDraft(draftKey) === '') setText(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const choosing = offered[picked]
    if (choosing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      setPicked((picked + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
    } else if (choosing && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && choosing.command !== text))) {
      event.preventDefault()
      complete(choosing.command)
    } else if (choosing && event.key === 'Escape') {
      event.preventDefault()
      setWaved(true)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    }
  }

  return (
    <form
      ref={box}
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {offered.length > 0 && (
        <Floating anchor={box} fit onLeave={() => setWaved(true)}>
          <CommandList commands={offered} active={picked} onPoint={setPicked} onChoose={complete} />
        </Floating>
      )}
      {hint && <div class="composer-hint"><strong>{hint.command}</strong> {hint.usageHint || hint.description}</div>}
      <ComposerFiles files={files} onRemove={(file) => setFiles(files.filter((one) => one.id !== file.id))} />
      <textarea
        ref={area}
        rows={1}
        aria-label={threadTs ? 'Reply in thread' : `Message ${placeName}`}
        placeholder={threadTs ? 'Reply…' : `Message ${placeName}${narrow ? '' : ', or type / for a command'}`}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setPicked(0)
          setWaved(false)
        }}
        onKeyDown={onKeyDown}
      />
      <div class="composer-bar">
        {!threadTs && <ShortcutsMenu channel={channel} />}
        <AttachButton busy={uploading} onBusy={setUploading} onFile={(file) => setFiles((all) => [...all, file])} onTrouble={(words) => notify(words, { channel, threadTs })} />
        <span class="composer-keys">Enter sends · Shift+Enter for a new line</span>
        <button type="submit" class="send" aria-label="Send" title="Send" disabled={uploading || (text.trim() === '' && files.length === 0)}>
          {sending ? <Spinner label="Sending" /> : <SendIcon />}
        </button>
      </div>
    </form>
  )
}
