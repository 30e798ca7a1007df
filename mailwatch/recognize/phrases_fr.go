package recognize

// french holds the French phrases.
const french = `
`
