// Accepted: ordered by their letters in alphabetical order, anagrams are neighbours. O(n·log n)
// comparisons of at most 100 letters.
struct entry {
  char* letters;
  char* word;
};

static int by_letter(const void* a, const void* b) {
  return *(const char*)a - *(const char*)b;
}

static int by_letters(const void* a, const void* b) {
  return strcmp(((const struct entry*)a)->letters, ((const struct entry*)b)->letters);
}

char*** groupAnagrams(char** words, int wordsSize, int* returnSize, int** returnColumnSizes) {
  struct entry* entries = malloc((size_t)wordsSize * sizeof *entries);
  for (int i = 0; i < wordsSize; ++i) {
    entries[i] = (struct entry){.letters = strdup(words[i]), .word = words[i]};
    qsort(entries[i].letters, strlen(words[i]), 1, by_letter);
  }
  qsort(entries, (size_t)wordsSize, sizeof *entries, by_letters);

  char*** groups = malloc((size_t)wordsSize * sizeof *groups);
  *returnColumnSizes = malloc((size_t)wordsSize * sizeof **returnColumnSizes);
  *returnSize = 0;
  for (int begin = 0, end = 0; begin < wordsSize; begin = end) {
    while (end < wordsSize && by_letters(&entries[begin], &entries[end]) == 0) ++end;
    char** group = malloc((size_t)(end - begin) * sizeof *group);
    for (int i = begin; i < end; ++i) group[i - begin] = entries[i].word;
    (*returnColumnSizes)[*returnSize] = end - begin;
    groups[(*returnSize)++] = group;
  }
  for (int i = 0; i < wordsSize; ++i) free(entries[i].letters);
  free(entries);
  return groups;
}
