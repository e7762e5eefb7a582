import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import replace from '@rollup/plugin-replace'
import esbuild from 'rollup-plugin-esbuild'
import postcss from 'rollup-plugin-postcss'

export default {
  input: 'src/client.tsx',
  output: { file: 'dist/app.js', format: 'iife' },
  plugins: [
    replace({ 'process.env.NODE_ENV': '"production"', preventAssignment: true }),
    resolve({ browser: true, extensions: ['.js', '.ts', '.tsx'] }),
    commonjs(),
    esbuild({ jsx: 'automatic', minify: true }),
    postcss({ extract: true, minimize: true }),
  ],
}
