package recognize

// dutch holds the Dutch phrases.
const dutch = `
`
