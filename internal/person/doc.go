// Package person reads what a display name says of how its owner is called: "Robin
// Hale (she/her) | Acme", "OSEI Kim (Co15)", "Müller, Dr. Petra", "Talent Team". What is
// surely the name is parted into titles, given and family name; what is unsure is given
// in full as it stands; a team or a mailbox is nobody. It guesses no gender, writes no
// greeting and knows no address book.
package person
