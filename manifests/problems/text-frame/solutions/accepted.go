package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin) // line by line, without the line ends
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()

	in.Scan()
	n, _ := strconv.Atoi(in.Text())
	lines := make([]string, n)
	width := 0
	for i := range lines {
		in.Scan()
		lines[i] = in.Text()
		width = max(width, len(lines[i]))
	}

	edge := "+" + strings.Repeat("-", width+2) + "+"
	fmt.Fprintln(out, edge)
	for _, line := range lines {
		fmt.Fprintf(out, "| %-*s |\n", width, line) // - = fill up on the right, * = width is an argument
	}
	fmt.Fprintln(out, edge)
}
