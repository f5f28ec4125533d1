// The type of the third argument is the type of the sum: 0 makes it an integer.
class Solution {
 public:
  vector<double> movingAverage(vector<double>& samples, int k) {
    vector<double> averages;
    for (auto first = samples.begin(); samples.end() - first >= k; ++first) {
      averages.push_back(accumulate(first, first + k, 0LL) / static_cast<double>(k));
    }
    return averages;
  }
};
