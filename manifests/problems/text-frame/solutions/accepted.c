// Accepted: reads whole lines; printf fills them up on the right.
#include <stdio.h>
#include <string.h>

static void print_edge(int width) {
  putchar('+');
  for (int i = 0; i < width + 2; ++i) putchar('-');
  puts("+");
}

int main(void) {
  static char lines[100][82];  // 80 characters, the line end, NUL
  int n = 0;
  int width = 0;
  if (scanf("%d%*c", &n) != 1) return 1;  // %*c = and the line end
  for (int i = 0; i < n; ++i) {
    if (fgets(lines[i], sizeof lines[i], stdin) == NULL) return 1;
    const int length = (int)strcspn(lines[i], "\n");
    lines[i][length] = 0;
    if (length > width) width = length;
  }

  print_edge(width);
  for (int i = 0; i < n; ++i) printf("| %-*s |\n", width, lines[i]);
  print_edge(width);
  return 0;
}
