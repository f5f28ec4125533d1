func same(a []int, b string) []string { return []string{b, fmt.Sprint(len(a))} }
