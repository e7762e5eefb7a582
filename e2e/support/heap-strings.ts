import type { CDPSession } from 'playwright'

/** Every string in the page's heap after a garbage collection. */
export async function heapStrings(cdp: CDPSession): Promise<readonly string[]> {
  const chunks: string[] = []
  const collect = ({ chunk }: { chunk: string }) => void chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', collect)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', collect)
  const { strings }: { strings: string[] } = JSON.parse(chunks.join(''))
  return strings
}
