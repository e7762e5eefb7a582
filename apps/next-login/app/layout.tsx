import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import 'react-recovery-login/styles.css'
import './login.css'

export const metadata: Metadata = { title: 'Harbour' }

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}
