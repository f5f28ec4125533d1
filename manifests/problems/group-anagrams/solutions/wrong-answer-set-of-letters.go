package main

// The key says which letters a word has, but not how often.
func groupAnagrams(words []string) [][]string {
	groups := make(map[[26]bool][]string)
	for _, word := range words {
		var has [26]bool
		for _, letter := range word {
			has[letter-'a'] = true
		}
		groups[has] = append(groups[has], word)
	}
	answer := make([][]string, 0, len(groups))
	for _, group := range groups {
		answer = append(answer, group)
	}
	return answer
}
