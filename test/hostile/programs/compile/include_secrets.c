// Files of the machine, of the judge and of the problem.
#include "/etc/passwd"
#include "/proc/self/environ"
#include "../bundle/test-cases.json"
int main(void) { return 0; }
