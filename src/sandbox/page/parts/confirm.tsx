import type { ConfirmationDialog } from '@slack/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import { plainText, SlackText } from '../text/rich-text.js'

interface Question {
  confirm: ConfirmationDialog
  answer(yes: boolean): void
}

let show: ((question: Question) => void) | undefined

/** Asks the person; resolves to whether they said yes. One question stands at a time. */
export function askConfirm(confirm: ConfirmationDialog | undefined): Promise<boolean> {
  if (!confirm || !show) return Promise.resolve(true)
  return new Promise((answer) => show?.({ confirm, answer }))
}

/** Draws the question, above everything else. Stands once on the page. */
export function ConfirmHost() {
  const [question, setQuestion] = useState<Question>()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    show = setQuestion
    return () => void (show = undefined)
  }, [])
  useEffect(() => {
    if (question && !dialog.current?.open) dialog.current?.showModal()
  }, [question])
  if (!question) return null

  const { confirm } = question
  const answer = (yes: boolean) => {
    dialog.current?.close()
    setQuestion(undefined)
    question.answer(yes)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    answer(false)
  }
  return (
    <dialog ref={dialog} class="confirm" role="alertdialog" aria-labelledby="confirm-title" aria-describedby="confirm-text" onKeyDown={onKeyDown}>
      <h2 id="confirm-title">{plainText(confirm.title) || 'Are you sure?'}</h2>
      <div id="confirm-text"><SlackText object={confirm.text} /></div>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={() => answer(false)}>{plainText(confirm.deny) || 'Cancel'}</button>
        <button type="button" class={confirm.style === 'danger' ? 'button danger' : 'button primary'} onClick={() => answer(true)}>
          {plainText(confirm.confirm) || 'Yes'}
        </button>
      </div>
    </dialog>
  )
}
