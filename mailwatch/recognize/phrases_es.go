package recognize

// spanish holds the Spanish phrases.
const spanish = `
`
