package main

// expected is a stack: the closing brackets that are still to come, the next one on top.
func isValid(text string) bool {
	var expected []rune
	for _, bracket := range text {
		switch bracket {
		case '(':
			expected = append(expected, ')')
		case '[':
			expected = append(expected, ']')
		case '{':
			expected = append(expected, '}')
		default:
			top := len(expected) - 1
			if top < 0 || expected[top] != bracket {
				return false
			}
			expected = expected[:top]
		}
	}
	return len(expected) == 0
}
