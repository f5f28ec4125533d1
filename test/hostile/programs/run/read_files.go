// Reads what lies around.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if line != "attack\n" {
		fmt.Print(line)
		return
	}
	for _, path := range []string{"/etc/passwd", "/proc/1/environ", "/proc/self/environ", "../src/solution.go"} {
		if text, err := os.ReadFile(path); err == nil {
			fmt.Println("BREACH", path, len(text))
		}
	}
}
