package main

import "math"

// A float64 has 53 bits for the digits: enough for 15 of them, not for 19.
func reverseDigits(n int64) int64 {
	reversed := 0.0
	for ; n != 0; n /= 10 {
		reversed = reversed*10 + float64(n%10)
	}
	if reversed >= math.MaxInt64 || reversed <= math.MinInt64 {
		return 0
	}
	return int64(reversed)
}
