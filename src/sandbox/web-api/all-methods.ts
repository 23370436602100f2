/** Every Web API method of the stand-in. */
import { authMethods } from './auth-methods.js'
import { chatMethods } from './chat-methods.js'
import { conversationsMethods } from './conversations-methods.js'
import { filesMethods } from './files-methods.js'
import type { Methods } from './method.js'
import { usersMethods } from './users-methods.js'
import { viewsMethods } from './views-methods.js'

export function allMethods(ticket: () => string): Methods {
  return { ...authMethods(ticket), ...usersMethods, ...conversationsMethods, ...chatMethods, ...viewsMethods, ...filesMethods }
}
