package recognize

// german holds the German phrases.
const german = `
`
