import { createServer } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import { createRequire } from 'node:module'
import type { Server } from 'node:net'
import express from 'express'
import { fastify } from 'fastify'
import { expressApp } from './express-app.ts'
import { fastifyServer } from './fastify-server.ts'
import { koaApp } from './koa-app.ts'
import { plain } from './plain.ts'
import type { Setup } from './setup.ts'

/** Every server the adapter supports: the handler at `/code`, the session's person at `/person`. */
export const servers: Readonly<Record<string, (setup: Setup) => Promise<Server>>> = {
  'Express 5': async (setup) => createServer(expressApp(express, setup)),
  'Express 4': async (setup) => createServer(expressApp(express4, setup)),
  Fastify: (setup) => fastifyServer(fastify(), setup),
  'Fastify, HTTP/2': (setup) => fastifyServer(fastify({ http2: true } as object), setup),
  Koa: async (setup) => createServer(koaApp(setup)),
  'Koa, HTTP/2': async (setup) => createHttp2Server(koaApp(setup)),
  'node:http': async (setup) => createServer(plain(setup)),
  'node:http2': async (setup) => createHttp2Server(plain(setup)),
}

const express4 = createRequire(import.meta.url)('express-4') as typeof express
