package main

import "strconv"

func reverseDigits(n int64) string {
	digits := []byte(strconv.FormatInt(n, 10))
	for i, j := 0, len(digits)-1; i < j; i, j = i+1, j-1 {
		digits[i], digits[j] = digits[j], digits[i]
	}
	return string(digits)
}
