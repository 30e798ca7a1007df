package main

// hasTerminal is false: on Windows no signal tells of a closed console but the one that
// ends the program.
func hasTerminal() bool { return false }
