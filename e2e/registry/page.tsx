import { everyScreen } from '../accessibility/every-screen.tsx'
import { serveScreens } from '../accessibility/show-screen.tsx'
import { inOwnMarkup } from './in-own-markup.tsx'

serveScreens((name) => inOwnMarkup(everyScreen[name]))
