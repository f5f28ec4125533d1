// Asks for options of the linker and a plug-in in the source.
#pragma comment(linker, "/algo-hostile")
#pragma GCC optimize("-fplugin=/tmp/algo-hostile.so")
int main() {}
