// Macros that grow without bounds.
#define A(x) x x x x x x x x x x x x x x x x
#define B(x) A(A(A(A(A(x)))))
const char text[] = B(B(B("bomb")));
int main() {}
