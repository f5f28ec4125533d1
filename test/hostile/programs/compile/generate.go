// Asks for a command to be run while it is built.
package main

//go:generate touch /tmp/algo-hostile-generated

func main() { undefined() }
