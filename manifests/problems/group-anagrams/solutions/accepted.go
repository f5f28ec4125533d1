package main

import "slices"

// All anagrams of a word, and no other words, have the same letters in alphabetical order.
func groupAnagrams(words []string) [][]string {
	groups := make(map[string][]string)
	for _, word := range words {
		letters := []byte(word)
		slices.Sort(letters)
		groups[string(letters)] = append(groups[string(letters)], word)
	}
	answer := make([][]string, 0, len(groups))
	for _, group := range groups {
		answer = append(answer, group)
	}
	return answer
}
