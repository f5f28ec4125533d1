typedef struct {
  int base;
} Echo;

Echo* echoCreate(int base, char* name) {
  Echo* echo = malloc(sizeof(Echo));
  echo->base = name[0] == 'n' ? base : 0;
  return echo;
}
void echoFree(Echo* obj) { free(obj); }
void echoNothing(Echo* obj) { (void)obj; }
double echoSum(Echo* obj, int a, long long b, double c) { return obj->base + a + b + c; }

int echoInteger(Echo* obj, int v) {
  (void)obj;
  return v;
}
long long echoWide(Echo* obj, long long v) {
  (void)obj;
  return v;
}
double echoReal(Echo* obj, double v) {
  (void)obj;
  return v;
}
char* echoText(Echo* obj, char* v) {
  (void)obj;
  return v;
}
bool echoFlag(Echo* obj, bool v) {
  (void)obj;
  return v;
}
char echoLetter(Echo* obj, char v) {
  (void)obj;
  return v;
}
int* echoIntegers(Echo* obj, int* v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
int** echoGrid(Echo* obj, int** v, int vSize, int* vColSize, int* returnSize, int** returnColumnSizes) {
  (void)obj;
  *returnSize = vSize;
  *returnColumnSizes = vColSize;
  return v;
}
int*** echoCube(Echo* obj, int*** v, int vSize, int* vColSize, int** vColColSize, int* returnSize, int** returnColumnSizes, int*** returnColumnColumnSizes) {
  (void)obj;
  *returnSize = vSize;
  *returnColumnSizes = vColSize;
  *returnColumnColumnSizes = vColColSize;
  return v;
}
long long* echoLongs(Echo* obj, long long* v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
double* echoDoubles(Echo* obj, double* v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
char** echoTexts(Echo* obj, char** v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
char*** echoTextGrid(Echo* obj, char*** v, int vSize, int* vColSize, int* returnSize, int** returnColumnSizes) {
  (void)obj;
  *returnSize = vSize;
  *returnColumnSizes = vColSize;
  return v;
}
bool* echoFlags(Echo* obj, bool* v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
char* echoLetters(Echo* obj, char* v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
char** echoBoard(Echo* obj, char** v, int vSize, int* vColSize, int* returnSize, int** returnColumnSizes) {
  (void)obj;
  *returnSize = vSize;
  *returnColumnSizes = vColSize;
  return v;
}
struct ListNode* echoChain(Echo* obj, struct ListNode* v) {
  (void)obj;
  return v;
}
struct ListNode** echoChains(Echo* obj, struct ListNode** v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
struct TreeNode* echoTree(Echo* obj, struct TreeNode* v) {
  (void)obj;
  return v;
}
struct TreeNode** echoTrees(Echo* obj, struct TreeNode** v, int vSize, int* returnSize) {
  (void)obj;
  *returnSize = vSize;
  return v;
}
