package main

import "math"

// Takes the digits off the end of n and puts them on the end of reversed. The remainder has the
// sign of n, so negative numbers need no case of their own.
func reverseDigits(n int64) int64 {
	var reversed int64
	for n != 0 {
		digit := n % 10
		n /= 10
		// Would reversed*10 + digit leave the range? Ask without computing it.
		if reversed > (math.MaxInt64-max(digit, 0))/10 ||
			reversed < (math.MinInt64-min(digit, 0))/10 {
			return 0
		}
		reversed = reversed*10 + digit
	}
	return reversed
}
