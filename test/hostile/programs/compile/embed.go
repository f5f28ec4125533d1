// Embeds a file of the system.
package main

import _ "embed"

//go:embed /etc/passwd
var stolen string

func main() { print("BREACH", stolen) }
