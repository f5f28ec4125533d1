package main

// Does not ask at the end whether anything is still open.
func isValid(text string) bool {
	pairs := map[rune]rune{')': '(', ']': '[', '}': '{'}
	var open []rune
	for _, bracket := range text {
		partner, closes := pairs[bracket]
		if !closes {
			open = append(open, bracket)
			continue
		}
		if len(open) == 0 || open[len(open)-1] != partner {
			return false
		}
		open = open[:len(open)-1]
	}
	return true
}
