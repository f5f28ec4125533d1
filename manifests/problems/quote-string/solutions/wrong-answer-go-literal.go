package main

import (
	"strconv"
	"strings"
)

// strconv.Quote escapes more than asked, such as a carriage return or an invisible character, and
// the other quotation mark is a second thought.
func quoteString(text string, mark byte) string {
	quoted := strconv.Quote(text)
	if mark == '\'' {
		inner := quoted[1 : len(quoted)-1]
		quoted = "'" + strings.ReplaceAll(strings.ReplaceAll(inner, `\"`, `"`), "'", `\'`) + "'"
	}
	return quoted
}
