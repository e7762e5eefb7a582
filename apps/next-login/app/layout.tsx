import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import 'react-recovery-login/styles.css'
import './login.css'

export const metadata: Metadata = { title: 'Harbour' }

export default async function Layout({ children }: { readonly children: ReactNode }) {
  // A page prerendered at build time has no nonce on its scripts.
  await connection()
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
