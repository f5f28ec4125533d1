package main

import "strings"

// Works on bytes: in UTF-8 no byte of a longer character equals an ASCII character.
func quoteString(text string, mark byte) string {
	var out strings.Builder
	out.WriteByte(mark)
	for i := range len(text) {
		switch c := text[i]; c {
		case '\\', mark:
			out.WriteByte('\\')
			out.WriteByte(c)
		case '\n':
			out.WriteString(`\n`)
		case '\t':
			out.WriteString(`\t`)
		default:
			out.WriteByte(c)
		}
	}
	out.WriteByte(mark)
	return out.String()
}
