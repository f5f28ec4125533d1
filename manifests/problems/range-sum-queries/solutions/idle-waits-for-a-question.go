package main

import (
	"bufio"
	"fmt"
	"os"
	"time"
)

// Takes the end of the input for "nothing there yet", and waits for numbers that never come.
func mustScan(in *bufio.Reader, values ...any) {
	for {
		if _, err := fmt.Fscan(in, values...); err == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()

	var n, q, l, r int
	mustScan(in, &n, &q)
	prefix := make([]int64, n+1)
	for i := range n {
		var x int64
		mustScan(in, &x)
		prefix[i+1] = prefix[i] + x
	}
	mustScan(in, &l, &r)
	for range q - 1 {
		fmt.Fprintln(out, prefix[r]-prefix[l-1])
		mustScan(in, &l, &r)
	}
	fmt.Fprintln(out, prefix[r]-prefix[l-1])
}
