import { EyeIcon, Mark } from '../parts/icons.js'
import { dismissNotice } from '../state/notices.js'
import type { Notice } from '../state/page-state.js'
import { timeOfDay } from '../text/times.js'

/** A line of the workspace itself, as Slack's own bot would say it. */
export function NoticeItem({ notice, timeZone }: { notice: Notice; timeZone: string }) {
  return (
    <article class="message ephemeral" aria-label="Workspace notice">
      <div class="message-side"><span class="notice-mark"><Mark size={22} /></span></div>
      <div class="message-main">
        <div class="only-you">
          <EyeIcon /> Only visible to you
          <button type="button" class="link-button" onClick={() => dismissNotice(notice.id)}>Dismiss</button>
        </div>
        <div class="message-head">
          <span class="message-author">Workspace</span>
          <time class="message-time">{timeOfDay(notice.at, timeZone)}</time>
        </div>
        <div class="message-body"><div class="prose plain" role="alert">{notice.words}</div></div>
      </div>
    </article>
  )
}
