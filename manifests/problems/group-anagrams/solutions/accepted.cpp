// All anagrams of a word, and no other words, have the same letters in alphabetical order.
class Solution {
 public:
  vector<vector<string>> groupAnagrams(vector<string>& words) {
    unordered_map<string, vector<string>> groups;
    for (const string& word : words) {
      string letters = word;
      sort(letters.begin(), letters.end());
      groups[letters].push_back(word);
    }
    vector<vector<string>> answer;
    answer.reserve(groups.size());
    for (auto& [letters, group] : groups) answer.push_back(std::move(group));
    return answer;
  }
};
