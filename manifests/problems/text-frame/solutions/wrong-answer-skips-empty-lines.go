package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// Takes every line that is not empty, and forgets the others.
func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Scan()
	var lines []string
	width := 0
	for in.Scan() {
		if line := in.Text(); line != "" {
			lines = append(lines, line)
			width = max(width, len(line))
		}
	}
	edge := "+" + strings.Repeat("-", width+2) + "+"
	fmt.Println(edge)
	for _, line := range lines {
		fmt.Printf("| %-*s |\n", width, line)
	}
	fmt.Println(edge)
}
