import { render } from 'preact'
import { App } from './app.js'
import { followWorkspace } from './state/follow-workspace.js'
import './styles/base.css'
import './styles/shell.css'
import './styles/people.css'
import './styles/messages.css'
import './styles/prose.css'
import './styles/composer.css'
import './styles/fields.css'
import './styles/floating.css'
import './styles/modal.css'
import './styles/traffic.css'
import './styles/phone.css'

followWorkspace()
const root = document.getElementById('root')
if (root) render(<App />, root)
