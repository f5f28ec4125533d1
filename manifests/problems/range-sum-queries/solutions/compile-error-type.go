package main

import "fmt"

func main() {
	var n, q int
	fmt.Scan(&n, &q)
	prefix := make([]int64, n+1)
	for i := range n {
		var x int
		fmt.Scan(&x)
		prefix[i+1] = prefix[i] + x // int64 + int
	}
	for range q {
		var l, r int
		fmt.Scan(&l, &r)
		fmt.Println(prefix[r] - prefix[l-1])
	}
}
