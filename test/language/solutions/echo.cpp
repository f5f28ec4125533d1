class Echo {
  int base;

 public:
  Echo(int base, string name) : base(base) {}
  void nothing() {}
  double sum(int a, long long b, double c) { return base + a + b + c; }
  int integer(int v) { return v; }
  long long wide(long long v) { return v; }
  double real(double v) { return v; }
  string text(string v) { return v; }
  bool flag(bool v) { return v; }
  char letter(char v) { return v; }
  vector<int> integers(vector<int> v) { return v; }
  vector<vector<int>> grid(vector<vector<int>> v) { return v; }
  vector<vector<vector<int>>> cube(vector<vector<vector<int>>> v) { return v; }
  vector<long long> longs(vector<long long> v) { return v; }
  vector<double> doubles(vector<double> v) { return v; }
  vector<string> texts(vector<string> v) { return v; }
  vector<vector<string>> textGrid(vector<vector<string>> v) { return v; }
  vector<bool> flags(vector<bool> v) { return v; }
  vector<char> letters(vector<char> v) { return v; }
  vector<vector<char>> board(vector<vector<char>> v) { return v; }
  ListNode* chain(ListNode* v) { return v; }
  vector<ListNode*> chains(vector<ListNode*> v) { return v; }
  TreeNode* tree(TreeNode* v) { return v; }
  vector<TreeNode*> trees(vector<TreeNode*> v) { return v; }
};
