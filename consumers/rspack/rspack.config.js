export default {
  mode: 'production',
  entry: './src/client.tsx',
  output: { filename: 'app.js', cssFilename: 'app.css' },
  stats: 'errors-warnings',
  performance: false,
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      { test: /\.css$/, type: 'css' },
    ],
  },
}
