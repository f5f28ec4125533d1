class Solution {
 public:
  vector<string> same(vector<int> a, const string& b) { return {b, to_string(a.size())}; }
};
