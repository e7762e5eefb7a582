import { offerKit } from './kit.tsx'

offerKit()
