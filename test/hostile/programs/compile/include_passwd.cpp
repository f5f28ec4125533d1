// Includes the list of users, to read it in the error messages.
#include "/etc/passwd"
int main() {}
