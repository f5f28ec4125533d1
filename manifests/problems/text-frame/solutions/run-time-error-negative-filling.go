package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Takes the first line for the longest, so a longer one needs a negative number of spaces.
func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Scan()
	n, _ := strconv.Atoi(in.Text())
	lines := make([]string, n)
	for i := range lines {
		in.Scan()
		lines[i] = in.Text()
	}
	width := len(lines[0])
	edge := "+" + strings.Repeat("-", width+2) + "+"
	fmt.Println(edge)
	for _, line := range lines {
		fmt.Println("| " + line + strings.Repeat(" ", width-len(line)) + " |")
	}
	fmt.Println(edge)
}
